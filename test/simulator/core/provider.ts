import type { ActiveFault } from "./faults.ts";
import { emptyState } from "./state.ts";
import type { World } from "./world.ts";

export function setProviderFaults(world: World, faults: ActiveFault[]): ActiveFault[] {
  world.state.provider_faults = faults;
  world.emit({ type: "provider", faults });
  return faults;
}

/** What is still under way finds nothing to do any more. */
export function reset(world: World): void {
  world.state = emptyState();
  world.emit({ type: "reset" });
}

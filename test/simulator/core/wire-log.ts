import type { WireEntry } from "./state.ts";
import type { World } from "./world.ts";

const kept = 500;

export function logWire(world: World, entry: Omit<WireEntry, "id">): void {
  const numbered = { id: world.newId(), ...entry };
  world.state.wire.push(numbered);
  world.state.wire.splice(0, Math.max(0, world.state.wire.length - kept));
  world.emit({ type: "wire", entry: numbered });
}

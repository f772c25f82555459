import type { ActiveFault } from "./faults.ts";
import type { Phone } from "./state.ts";
import type { World } from "./world.ts";

/** A phone exists from the first time anybody texts it or picks it up. */
export function phoneAt(world: World, address: string): Phone {
  const known = world.state.phones[address];
  if (known) return known;
  return putPhone(world, { address, name: null, faults: [], created_at: world.ports.now() });
}

export function namePhone(world: World, address: string, name: string | null): Phone {
  return putPhone(world, { ...phoneAt(world, address), name });
}

export function setPhoneFaults(world: World, address: string, faults: ActiveFault[]): Phone {
  return putPhone(world, { ...phoneAt(world, address), faults });
}

function putPhone(world: World, phone: Phone): Phone {
  world.state.phones[phone.address] = phone;
  world.emit({ type: "phone", phone });
  return phone;
}

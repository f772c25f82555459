import type { ActiveFault } from "../../core/faults.ts";

type Fault = ActiveFault["fault"];

export function chosen(faults: readonly ActiveFault[], group: readonly Fault[]): Fault;
export function choose(
  faults: readonly ActiveFault[],
  group: readonly Fault[],
  fault: Fault,
): ActiveFault[];
export function unusual(faults: readonly ActiveFault[]): ActiveFault[];

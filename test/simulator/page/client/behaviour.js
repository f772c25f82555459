/** Which of these is on: the last, as with the simulator; "normal" when none is. */
export const chosen = (faults, group) =>
  faults.findLast(({ fault }) => group.includes(fault))?.fault ?? "normal";

/** Puts one of a group in the place of the others; what is not of the group stays as it was. */
export const choose = (faults, group, fault) => [
  ...faults.filter((active) => !group.includes(active.fault)),
  ...(fault === "normal" ? [] : [{ fault, chance: 1 }]),
];

/** What differs from the usual, each with its chance. */
export const unusual = (faults) => faults.filter(({ fault }) => fault !== "normal");

export interface HeldOrder {
  order: string[];
  /** How many conversations wait to move or come in above. */
  waiting: number;
}

/** While one points at the list its order stands still; what would move is counted instead. */
export function holdOrder(shown: string[], fresh: string[], held: boolean): HeldOrder {
  const onlyGrewAtTheEnd = shown.every((id, index) => id === fresh[index]);
  if (!held || onlyGrewAtTheEnd) return { order: fresh, waiting: 0 };

  const rank = new Map(fresh.map((id, index) => [id, index]));
  const kept = shown.filter((id) => rank.has(id));
  let lowest = -1;
  let movedUp = 0;
  for (const id of kept) {
    const now = rank.get(id) ?? 0;
    if (now < lowest) movedUp += 1;
    lowest = Math.max(lowest, now);
  }
  const known = new Set(kept);
  const cameIn = fresh.slice(0, lowest + 1).filter((id) => !known.has(id)).length;
  return { order: [...kept, ...fresh.slice(lowest + 1)], waiting: movedUp + cameIn };
}

import type { Import } from "./imports.ts";

/** Each way round that imports make, told once. */
export const cyclesAmong = (imports: readonly Import[]): string[] => {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of imports)
    if (to !== undefined) edges.set(from, (edges.get(from) ?? new Set()).add(to));

  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(" → "));
    if (start >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
};

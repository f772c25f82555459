export type VersionStep = "stale" | "next" | "gap";

/** Frames carry the version of the row they change; a jump means one was missed. */
export function versionStep(known: number, incoming: number): VersionStep {
  if (incoming <= known) return "stale";
  return incoming === known + 1 ? "next" : "gap";
}

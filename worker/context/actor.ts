import type { Role } from "#contracts/team.ts";

/** Who is asking. `system` is a webhook, a queue or a cron tick. */
export type Actor =
  | { kind: "member"; id: string; name: string; role: Role; session_id: string; expires_at: number }
  | { kind: "key"; id: string; name: string; role: Role }
  | { kind: "system" };

export type Caller = Exclude<Actor, { kind: "system" }>;

export const systemActor: Actor = { kind: "system" };

export const actorId = (actor: Actor): string | null => (actor.kind === "system" ? null : actor.id);

import type { Caller } from "../../worker/context/actor.ts";
import { config } from "./settings.ts";

const expires_at = Number.MAX_SAFE_INTEGER;

/** Who works in the inbox: two members with everything a member may do, and a key of the CRM. */
const colleagues = {
  anna: { kind: "member", id: "anna", name: "Anna", role: "admin", session_id: "s1", expires_at },
  bram: { kind: "member", id: "bram", name: "Bram", role: "admin", session_id: "s2", expires_at },
  crm: { kind: "key", id: "crm", name: "CRM", role: "admin" },
} satisfies Record<string, Caller>;

export type Colleague = keyof typeof colleagues;

const header = "x-colleague";

/** Sign-in is not simulated: a request says who sends it. */
export const whoAsks = (request: Request): Caller | null => {
  const name = request.headers.get(header);
  return name !== null && isColleague(name) ? colleagues[name] : null;
};

const isColleague = (name: string): name is Colleague => Object.hasOwn(colleagues, name);

export const signedBy = (who: Colleague): Record<string, string> =>
  colleagues[who].kind === "member" ? { [header]: who, origin: config.APP_URL } : { [header]: who };

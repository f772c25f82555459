import type { Role } from "#contracts/team.ts";
import type { Caller } from "../context/actor.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import type { Identify } from "../http/app-env.ts";
import { hashApiKey, isApiKey } from "./api-key-token.ts";
import { readSessionToken, sessionLimits } from "./session-cookie.ts";

const keyByHash = statement<{ hash: string; now: number }>(
  `SELECT id, name, role FROM api_keys
   WHERE hash = :hash AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)`,
);

const memberByToken = statement<{ token: string; now: number; idle_since: number }>(
  `SELECT m.id, m.name, m.role, s.id AS session_id, s.expires_at, s.updated_at AS seen_at
   FROM sessions s JOIN members m ON m.id = s.member_id
   WHERE s.token = :token AND s.expires_at > :now AND s.updated_at > :idle_since AND m.active = 1`,
);

const touch = statement<{ id: string; now: number; stale: number }>(
  `UPDATE sessions SET updated_at = :now WHERE id = :id AND updated_at <= :stale`,
);

type KeyRow = { id: string; name: string; role: Role };
type MemberRow = KeyRow & { session_id: string; expires_at: number; seen_at: number };

/** Who sent a request: an API key when it carries one, else the member of its session cookie. */
export const identify: Identify = async (ctx, request) => {
  const bearer = /^Bearer +(.+)$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  return bearer === undefined ? byCookie(ctx, request) : byKey(ctx, bearer);
};

const byKey = async (ctx: Ctx, key: string): Promise<Caller | null> => {
  if (!isApiKey(key)) return null;
  const hash = await hashApiKey(key);
  const row = await keyByHash(ctx.env.DB, { hash, now: ctx.now() }).first<KeyRow>();
  return row && { kind: "key", ...row };
};

const byCookie = async (ctx: Ctx, request: Request): Promise<Caller | null> => {
  const token = await readSessionToken(request, ctx.config);
  if (token === null) return null;
  const now = ctx.now();
  const row = await memberByToken(ctx.env.DB, {
    token,
    now,
    idle_since: now - sessionLimits.idle_ms,
  }).first<MemberRow>();
  if (!row) return null;
  const { seen_at, ...member } = row;
  const stale = now - sessionLimits.touch_ms;
  if (seen_at <= stale) ctx.after(touch(ctx.env.DB, { id: row.session_id, now, stale }).run());
  const expires_at = Math.min(row.expires_at, now + sessionLimits.idle_ms);
  return { kind: "member", ...member, expires_at };
};

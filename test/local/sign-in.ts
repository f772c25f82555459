import { randomBytes } from "node:crypto";
import type { D1Database } from "@cloudflare/workers-types";
import { apiKeyFrom, apiKeyStart, hashApiKey } from "../../worker/team/api-key-token.ts";
import { magicLinkRow, magicLinkUrl } from "../../worker/team/magic-link-token.ts";

/** ADMIN_EMAIL may have changed since the database was filled. */
export const ensureAdmin = async (db: D1Database, email: string): Promise<void> => {
  const now = Date.now();
  await db
    .prepare(
      `INSERT INTO members
         (id, name, email, email_verified, role, locale, active, created_at, updated_at)
       VALUES (?, ?, ?, 1, 'admin', 'nl', 1, ?, ?) ON CONFLICT (email) DO NOTHING`,
    )
    .bind(`member_${randomBytes(16).toString("hex")}`, email, email.toLowerCase(), now, now)
    .run();
};

/** A link that signs the admin in, as the mail would hold it. */
export const makeSignInLink = async (
  db: D1Database,
  to: { ADMIN_EMAIL: string; APP_URL: string },
): Promise<string> => {
  const token = randomBytes(32).toString("hex");
  const row = await magicLinkRow({ token, email: to.ADMIN_EMAIL, now: Date.now() });
  await db
    .prepare(
      `INSERT INTO verifications (id, identifier, value, expires_at, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .bind(row.id, row.identifier, row.value, row.expires_at, row.created_at, row.updated_at)
    .run();
  return magicLinkUrl(to.APP_URL, token);
};

const id = "key_demo";

/** The demo key of this start; the one of an earlier start opens nothing any more. */
export const replaceDemoKey = async (db: D1Database): Promise<string> => {
  const key = apiKeyFrom(randomBytes(32).toString("hex"));
  await db
    .prepare(
      `INSERT OR REPLACE INTO api_keys (id, name, start, hash, role, created_by, created_at)
       VALUES (?, 'Demo', ?, ?, 'admin', 'npm start', ?)`,
    )
    .bind(id, apiKeyStart(key), await hashApiKey(key), Date.now())
    .run();
  return key;
};

export const removeDemoKey = async (db: D1Database): Promise<null> => {
  await db.prepare("DELETE FROM api_keys WHERE id = ?").bind(id).run();
  return null;
};

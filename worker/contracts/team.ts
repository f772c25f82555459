import { z } from "zod";

export const roles = ["admin", "agent", "marketer", "viewer"] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** The languages the product itself speaks. */
export const locales = ["nl", "fr", "en"] as const;
export const locale = z.enum(locales);
export type Locale = z.infer<typeof locale>;

/** Who may do what. Routes name a permission, the browser hides what is not allowed. */
export const permissions = {
  "inbox.read": ["admin", "agent", "marketer", "viewer"],
  "inbox.work": ["admin", "agent"],
  "practices.read": ["admin", "agent", "marketer", "viewer"],
  "practices.write": ["admin", "agent"],
  "practices.delete": ["admin"],
  "team.read": ["admin", "agent", "marketer", "viewer"],
  "team.manage": ["admin"],
  "keys.manage": ["admin"],
  "audit.read": ["admin"],
  "jobs.manage": ["admin"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof permissions;

export const may = (who: Role, permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).includes(who);

export const member = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.email(),
  role,
  locale,
  active: z.boolean(),
  created_at: z.iso.datetime(),
});
export type Member = z.infer<typeof member>;

/** The signed-in member, or the API key, that is asking. */
export const me = z.strictObject({
  kind: z.enum(["member", "key"]),
  id: z.string(),
  name: z.string(),
  email: z.email().nullable(),
  role,
  locale: locale.nullable(),
});
export type Me = z.infer<typeof me>;

export const memberInput = z.strictObject({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  role,
  locale: locale.default("nl"),
});
export const memberChange = z.strictObject({
  name: memberInput.shape.name.optional(),
  role: role.optional(),
  locale: locale.optional(),
  active: z.boolean().optional(),
});
/** What a member may change about himself. */
export const meChange = z.strictObject({
  name: memberInput.shape.name.optional(),
  locale: locale.optional(),
});

export const apiKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** The first characters, to recognise a key by; never the whole key. */
  start: z.string(),
  role,
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof apiKey>;

export const apiKeyInput = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role,
  expires_in_days: z.int().min(1).max(365).optional(),
});
/** The only answer that ever carries the key itself. */
export const createdApiKey = apiKey.extend({ key: z.string() });

export const revokedApiKey = z.strictObject({ id: z.string(), revoked_at: z.iso.datetime() });

/** `callbackURL` is the page of the app to open afterwards; anything else leads to its start. */
export const signInInput = z.strictObject({
  email: z.email().max(254),
  callbackURL: z.string().max(2000).optional(),
});
/** The same for every address, known or not. */
export const signInRequested = z.strictObject({ expires_in_minutes: z.int() });
export const signInToken = z.strictObject({ token: z.string().min(1).max(200) });
export const signedOut = z.strictObject({ signed_out: z.literal(true) });

export const auditEntry = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.strictObject({ kind: z.string(), id: z.string().nullable() }),
  action: z.string(),
  subject: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

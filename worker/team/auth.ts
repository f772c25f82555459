import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { magicLink } from "better-auth/plugins/magic-link";
import { z } from "zod";
import type { Ctx } from "../context/context.ts";
import { hashMagicLinkToken, magicLinkMinutes } from "./magic-link-token.ts";
import { sessionCookie, sessionLimits } from "./session-cookie.ts";
import { accounts, members, sessions, verifications } from "./tables.ts";

const activeUser = z.object({ user: z.object({ active: z.literal(true) }) });

/**
 * better-auth for one request: magic links and sessions, nothing else.
 * Its HTTP handler is not mounted; routes call the three functions they need.
 */
export const createAuth = (ctx: Ctx, onLink: (token: string) => void = () => {}) => {
  const { secure, prefix } = sessionCookie(ctx.config);
  const column = { type: "string", input: false, required: false } as const;
  return betterAuth({
    appName: "Spreekuur",
    baseURL: ctx.config.APP_URL,
    basePath: "/api/auth",
    secret: ctx.config.AUTH_SECRET,
    trustedOrigins: [new URL(ctx.config.APP_URL).origin],
    database: drizzleAdapter(ctx.db, {
      provider: "sqlite",
      schema: { members, sessions, accounts, verifications },
    }),
    user: {
      modelName: "members",
      additionalFields: {
        role: column,
        locale: column,
        active: { ...column, type: "boolean" },
      },
    },
    session: {
      modelName: "sessions",
      expiresIn: sessionLimits.absolute_ms / 1000,
      // `expires_at` is the absolute end; identity.ts keeps `updated_at`, the idle one.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: { modelName: "accounts", accountLinking: { enabled: false } },
    verification: { modelName: "verifications" },
    advanced: {
      cookiePrefix: prefix,
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    // SIGN_IN_LIMIT counts by address; better-auth would count by IP, in one isolate's memory.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its messages can hold addresses; what matters is thrown.
    logger: { disabled: true },
    plugins: [
      magicLink({
        expiresIn: magicLinkMinutes * 60,
        disableSignUp: true,
        generateToken: () => ctx.randomToken(32),
        storeToken: { type: "custom-hasher", hash: hashMagicLinkToken },
        sendMagicLink: ({ token }) => onLink(token),
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session, hook) => {
            const found = await hook?.context.internalAdapter.findUserById(session.userId);
            return activeUser.safeParse({ user: found }).success;
          },
        },
      },
    },
  });
};

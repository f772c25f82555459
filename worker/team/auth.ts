import { betterAuth } from "better-auth/minimal";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { magicLink } from "better-auth/plugins/magic-link";
import { z } from "zod";
import type { Ctx } from "../context/context.ts";
import { hashMagicLinkToken, magicLinkMinutes } from "./magic-link-token.ts";
import { sessionCookie, sessionLimits } from "./session-cookie.ts";
import { accounts, members, sessions, verifications } from "./tables.ts";

const activeUser = z.object({ user: z.object({ active: z.literal(true) }) });

/** The three things we ask of better-auth; its own HTTP handler is not mounted. */
export type Auth = {
  /** A new token that signs `email` in, once. */
  mintToken(email: string): Promise<string>;
  /** 200 with the member, the session and its cookie, or a redirect when the token opens nothing. */
  redeem(token: string, headers: Headers): Promise<Response>;
  /** Takes the session's cookies back. */
  forget(headers: Headers): Promise<Response>;
};

/** better-auth for one request: magic links and sessions, nothing else. */
export const createAuth = (ctx: Ctx): Auth => {
  const minted: string[] = [];
  const { secure, prefix } = sessionCookie(ctx.config);
  const column = { type: "string", input: false, required: false } as const;
  const { api } = betterAuth({
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
        sendMagicLink: ({ token }) => void minted.push(token),
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
  return {
    mintToken: async (email) => {
      await api.signInMagicLink({ body: { email }, headers: new Headers() });
      const token = minted.pop();
      if (token === undefined) throw new Error("better-auth handed out no token");
      return token;
    },
    redeem: (token, headers) =>
      api.magicLinkVerify({ query: { token }, headers, asResponse: true }),
    forget: (headers) => api.signOut({ headers, asResponse: true }),
  };
};

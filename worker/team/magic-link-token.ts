import { sha256 } from "../context/hash.ts";

export const magicLinkMinutes = 10;

/** How a sign-in token is kept: whoever reads the table cannot use what he finds. */
export const hashMagicLinkToken = (token: string): Promise<string> => sha256(token);

/** The page a sign-in mail opens; that page redeems the token by script, a mere GET does not. */
export const magicLinkUrl = (appUrl: string, token: string, to = "/"): string => {
  const url = new URL(`${appUrl}/sign-in/link`);
  url.searchParams.set("token", token);
  if (to !== "/") url.searchParams.set("to", to);
  return url.href;
};

/** The `verifications` row that makes a token valid, as better-auth would write it. */
export const magicLinkRow = async (input: { token: string; email: string; now: number }) => {
  const identifier = await hashMagicLinkToken(input.token);
  return {
    id: identifier.slice(0, 32),
    identifier,
    value: JSON.stringify({ email: input.email.toLowerCase() }),
    expires_at: input.now + magicLinkMinutes * 60_000,
    created_at: input.now,
    updated_at: input.now,
  };
};

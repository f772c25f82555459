import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Urls } from "../local/worker-variables.ts";
import type { Session } from "./provided.ts";

const json = (origin: string, body: unknown) => ({
  method: "POST",
  headers: { "content-type": "application/json", origin },
  body: JSON.stringify(body),
});

const mailbox = z.object({
  mails: z.array(z.object({ to: z.array(z.string()), text: z.string().nullable() })),
});

/** Asks for a sign-in link, and takes it from the mail that then arrives. */
export const mailedLink = async (urls: Urls, email: string, callbackURL = "/"): Promise<string> => {
  const before = await newestLink(urls, email);
  await requestLink(urls, email, callbackURL);
  const deadline = AbortSignal.timeout(20_000);
  for (;;) {
    const link = await newestLink(urls, email);
    if (link !== undefined && link !== before) return link;
    deadline.throwIfAborted();
    await pause(50);
  }
};

const newestLink = async (urls: Urls, email: string): Promise<string | undefined> => {
  const answer = await fetch(`${urls.simulator}/_simulator/mail`);
  const { mails } = mailbox.parse(await answer.json());
  const links = mails
    .filter(({ to }) => to.includes(email))
    .map(({ text }) => /https?:\/\/\S+token=\S+/.exec(text ?? "")?.[0]);
  return links.find((link) => link !== undefined);
};

const requestLink = async (urls: Urls, email: string, callbackURL: string): Promise<void> => {
  const path = `${urls.app}/api/auth/sign-in/magic-link`;
  const answer = await fetch(path, json(urls.app, { email, callbackURL }));
  if (answer.status !== 202) throw new Error(`Asking for a link: ${answer.status}`);
};

/** What the page behind the link does, without a browser. */
export const redeem = async (urls: Urls, link: string): Promise<Session> => {
  const token = new URL(link).searchParams.get("token");
  const answer = await fetch(`${urls.app}/api/auth/magic-link/verify`, json(urls.app, { token }));
  const [cookie = ""] = answer.headers.getSetCookie();
  const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
  if (!answer.ok || !value) throw new Error(`Redeeming a link: ${answer.status}`);
  return { name, value };
};

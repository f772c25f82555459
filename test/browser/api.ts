import { randomInt } from "node:crypto";
import type { z } from "zod";
import { conversation } from "#contracts/inbox.ts";
import { pageOf } from "#contracts/pages.ts";
import { message } from "#contracts/messages.ts";
import { type Practice, practice } from "#contracts/practices.ts";
import { system } from "./provided.ts";

/** The API with the demo key, for what a test needs before it begins. */
const call = async <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  body?: unknown,
): Promise<z.output<Schema>> => {
  const { urls, apiKey } = system();
  const answer = await fetch(`${urls.worker}${path}`, {
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return schema.parse(JSON.parse(text));
};

/** A Belgian mobile number that no other test has. */
export const aNumber = (): string => `+32478${randomInt(100_000, 999_999)}`;

export type OwnPractice = Practice & { number: string };

let counted = 0;
/** A name that no other test has, so that its row is found by it. */
export const aName = (): string => `Praktijk ${randomInt(1e6).toString(36)}${(counted += 1)}`;

export const aPractice = async (fields: Record<string, unknown> = {}): Promise<OwnPractice> => {
  const number = aNumber();
  const made = await call("/api/practices", practice, {
    name: aName(),
    municipality: "Gent",
    contact_points: [{ channel: "sms", address: number }],
    ...fields,
  });
  return { ...made, number };
};

export const readPractice = (id: number): Promise<Practice> =>
  call(`/api/practices/${id}`, practice);

export const readConversation = (id: string) => call(`/api/inbox/conversation/${id}`, conversation);

export const history = (practiceId: number) =>
  call(`/api/sms/history/${practiceId}`, pageOf(message));
export const sendSms = (practiceId: number, content: string) =>
  call("/api/sms/send", message, { practice_id: practiceId, content });

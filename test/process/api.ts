import type { z } from "zod";
import { conversation, conversationSummary } from "#contracts/inbox.ts";
import { type Message, message } from "#contracts/messages.ts";
import { pageOf } from "#contracts/pages.ts";
import { type Practice, practice } from "#contracts/practices.ts";

export type Sms = { practice_id: number; content: string };
export type Reply = { id: string; conversation_id: string; channel: "sms"; content: string };

/** The Worker as a program with an API key sees it. */
export const apiOf = (worker: string, key: string) => {
  const call = async <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    init: { body?: object; headers?: Record<string, string> } = {},
  ): Promise<z.output<Schema>> => {
    const answer = await fetch(`${worker}/api/${path}`, {
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        ...init.headers,
      },
      ...(init.body ? { method: "POST", body: JSON.stringify(init.body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return schema.parse(JSON.parse(text));
  };

  const wholeThread = async (id: string): Promise<Message[]> => {
    const found: Message[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = cursor && `?cursor=${encodeURIComponent(cursor)}`;
      const page: z.output<typeof conversation> = await call(
        `inbox/conversation/${id}${query}`,
        conversation,
      );
      found.push(...page.messages);
      cursor = page.next_cursor;
    }
    return found;
  };

  return {
    addPractice: (name: string, address: string): Promise<Practice> =>
      call("practices", practice, {
        body: { name, contact_points: [{ channel: "sms", address }] },
      }),
    send: (key: string, body: Sms): Promise<Message> =>
      call("sms/send", message, { body, headers: { "idempotency-key": key } }),
    reply: (body: Reply): Promise<Message> => call("inbox/reply", message, { body }),
    /** Every message of every conversation. */
    everything: async (): Promise<Message[]> => {
      const list = await call("inbox/conversations?limit=100", pageOf(conversationSummary));
      return (await Promise.all(list.items.map(({ id }) => wholeThread(id)))).flat();
    },
    /** One run of the minute's cron. */
    tick: async (): Promise<void> => {
      const path = "/cdn-cgi/local/scheduled?cron=*+*+*+*+*";
      const answer = await fetch(worker + path);
      if (!answer.ok) throw new Error(`cron: ${answer.status} ${await answer.text()}`);
    },
  };
};

export type Api = ReturnType<typeof apiOf>;

import { setInterval } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import type { Message } from "#contracts/messages.ts";
import type { Api } from "./api.ts";
import type { Acknowledgement } from "./laws.ts";

type Thread = { practice_id: number; conversation_id: string };

/** One send or reply, as its caller knows it: the same until it has been acknowledged. */
type Wish = { content: string; ask: () => Promise<Message> };

type Answered = "send" | "text";

const each_ms = 30;

/** Colleagues who send and answer, and practices that text in, each at a steady rate. */
export const loadOn = (
  api: Api,
  text: (from: string, body: string) => void,
  { threads, phones }: { threads: readonly Thread[]; phones: readonly string[] },
) => {
  let count = 0;
  const acknowledged: (Acknowledgement & { id: string })[] = [];
  /** Asked, and not answered with a 202: it may have been stored or not. */
  const inDoubt = new Set<Wish>();
  let armed: { enough: number; to: Answered; strike: () => void } | undefined;
  const answered = (to: Answered): void => {
    if (armed?.to !== to || acknowledged.length < armed.enough) return;
    const { strike } = armed;
    armed = undefined;
    strike();
  };

  const own = <Item>(items: readonly Item[]): Item => {
    const item = items[count % items.length];
    if (item === undefined) throw new Error("Nothing to choose from.");
    return item;
  };

  const wish = (): Wish => {
    const { practice_id, conversation_id } = own(threads);
    const content = `Bericht ${count}`;
    const key = uuidv7();
    if (count % 2) return { content, ask: () => api.send(key, { practice_id, content }) };
    const reply = { id: `msg_${key}`, conversation_id, channel: "sms" as const, content };
    return { content, ask: () => api.reply(reply) };
  };

  const ask = async (wanted: Wish): Promise<boolean> => {
    inDoubt.add(wanted);
    const asked_at = Date.now();
    try {
      const { id } = await wanted.ask();
      acknowledged.push({ id, asked_at, at: Date.now() });
      answered("send");
      inDoubt.delete(wanted);
      return true;
    } catch (error) {
      // The connection broke: only then is it in doubt. An answer that refuses is a failed test.
      if (error instanceof TypeError) return false;
      throw error;
    }
  };

  return {
    acknowledged,
    answered,
    /**
     * Goes on until so many more sends have been acknowledged, and strikes in the very moment that the
     * next answer to a send, or to a text, arrives. What is under way then is left hanging.
     */
    async until(
      more: number,
      to: Answered,
      strike: () => void,
    ): Promise<{ hanging: Promise<unknown> }> {
      armed = { enough: acknowledged.length + more, to, strike };
      const hanging: Promise<boolean>[] = [];
      for await (const _ of setInterval(each_ms)) {
        if (!armed) break;
        count += 1;
        if (count % 3) text(own(phones), `Tekst ${count}`);
        else hanging.push(ask(wish()));
        if (hanging.length > more * 20) throw new Error("The Worker acknowledges nothing.");
      }
      return { hanging: Promise.all(hanging) };
    },
    /** As any careful caller does: what got no answer is asked again, under the same key. */
    async askAgain(): Promise<number> {
      const before = [...inDoubt];
      const done = await Promise.all(before.map(ask));
      if (done.includes(false)) throw new Error("The Worker broke a connection by itself.");
      return before.length;
    },
  };
};

import { describe, expect, it } from "vitest";
import { applyMessages } from "../../../../frontend/src/features/inbox/conversation-pages.ts";
import { mergeMessages } from "../../../../frontend/src/features/inbox/merge-messages.ts";
import { threadMessages } from "../../../../frontend/src/features/inbox/thread-message.ts";
import { aMessage } from "./a-message.ts";
import { anEntry } from "./an-entry.ts";

const ours = { direction: "outbound" as const };

describe("bringing messages together", () => {
  it("never lets an answer that was overtaken turn a status back", () => {
    const delivered = aMessage("a", 0, { ...ours, status: "delivered" });
    const late = aMessage("a", 0, { ...ours, status: "queued" });
    expect(mergeMessages([delivered], [late])[0]?.status).toBe("delivered");
  });

  it("lets an unknown be resolved", () => {
    const unknown = aMessage("a", 0, { ...ours, status: "unknown" });
    expect(
      mergeMessages([unknown], [aMessage("a", 0, { ...ours, status: "delivered" })])[0]?.status,
    ).toBe("delivered");
  });

  it("keeps time order, and ids settle equal times", () => {
    expect(
      mergeMessages([aMessage("c", 2)], [aMessage("b", 1), aMessage("a", 1)]).map(({ id }) => id),
    ).toEqual(["a", "b", "c"]);
  });

  it("changes a message in the older page it stands in, not in the newest", () => {
    const page = (messages: ReturnType<typeof aMessage>[]) =>
      ({ messages }) as Parameters<typeof applyMessages>[0][number];
    const pages = [page([aMessage("b", 1)]), page([aMessage("a", 0, { ...ours, status: "sent" })])];
    const next = applyMessages(pages, [
      aMessage("a", 0, { ...ours, status: "delivered" }),
      aMessage("c", 2),
    ]);
    expect(next.map(({ messages }) => messages.map(({ id, status }) => `${id} ${status}`))).toEqual(
      [["b received", "c received"], ["a delivered"]],
    );
  });

  it("shows one bubble per id while the echo replaces the optimistic one", () => {
    const entry = anEntry("msg_1");
    const me = { kind: "member" as const, id: "m1", name: "Lotte" };
    const both = threadMessages([aMessage("msg_1", 0, ours)], [entry, anEntry("msg_2")], me);
    expect(both.map(({ id, outbox }) => [id, outbox !== null])).toEqual([
      ["msg_1", false],
      ["msg_2", true],
    ]);
  });
});

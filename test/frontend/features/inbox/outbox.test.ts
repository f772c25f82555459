import { describe, expect, it } from "vitest";
import {
  accepted,
  enqueue,
  nextToSend,
  refuse,
  sendAnyway,
  waitingCount,
} from "../../../../frontend/src/features/inbox/outbox.ts";
import { anEntry } from "./an-entry.ts";

const refusal = { code: "stale_conversation" as const, requestId: "req_1" };

describe("replies on their way", () => {
  it("leave in the order they were written", () => {
    const box = [anEntry("a"), anEntry("b")].reduce(enqueue, []);
    expect(nextToSend(box)?.reply.id).toBe("a");
    expect(nextToSend(accepted(box, "a"))?.reply.id).toBe("b");
  });

  it("are there once, however often they are put in", () => {
    expect([anEntry("a"), anEntry("a")].reduce(enqueue, [])).toHaveLength(1);
  });

  it("wait behind a refused one in their conversation, while other conversations go on", () => {
    const box = [anEntry("a"), anEntry("b"), anEntry("c", { conversation_id: "conv_2" })];
    const after = refuse(box, "a", refusal);
    expect(nextToSend(after)?.reply.id).toBe("c");
    expect(waitingCount(after)).toBe(2);
  });

  it("follow the reply before them, so that one's own text never stops the next", () => {
    const box = [
      anEntry("a", { expected_last_message_id: "msg_0" }),
      anEntry("b", { expected_last_message_id: "msg_0" }),
      anEntry("c", { expected_last_message_id: "msg_0", conversation_id: "conv_2" }),
    ];
    expect(accepted(box, "a").map(({ reply }) => reply.expected_last_message_id)).toEqual([
      "a",
      "msg_0",
    ]);
  });

  it("go after all once one has seen what came in, with the same id", () => {
    const box = refuse([anEntry("a", { expected_last_message_id: "msg_0" })], "a", refusal);
    expect(nextToSend(sendAnyway(box, "a"))?.reply).toEqual(anEntry("a").reply);
  });
});

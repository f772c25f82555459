import { describe, expect, it } from "vitest";
import { layOutThread } from "../../../../frontend/src/features/inbox/thread-layout.ts";
import { aMessage } from "./a-message.ts";

const bubble = (...given: Parameters<typeof aMessage>) => ({ ...aMessage(...given), outbox: null });
const outline = (days: ReturnType<typeof layOutThread>) =>
  days.map(({ day, runs }) => [
    day,
    runs.map(({ channel, groups }) => [
      channel,
      groups.map(({ messages }) => messages.map(({ id }) => id).join(" ")),
    ]),
  ]);

describe("laying out a thread", () => {
  it("groups one author within five minutes, and starts anew after that", () => {
    const days = layOutThread([bubble("a", 0), bubble("b", 5), bubble("c", 10.1)], null);
    expect(outline(days)).toEqual([["2026-11-23", [["sms", ["a b", "c"]]]]]);
  });

  it("keeps authors, directions and numbers apart", () => {
    const ours = {
      direction: "outbound" as const,
      author: { kind: "member" as const, id: "m1", name: "Lotte" },
    };
    const theirs = {
      direction: "outbound" as const,
      author: { kind: "member" as const, id: "m2", name: "Joris" },
    };
    const days = layOutThread(
      [
        bubble("a", 0),
        bubble("b", 1, ours),
        bubble("c", 2, theirs),
        bubble("d", 3),
        bubble("e", 4, { address: "+32470000001" }),
      ],
      null,
    );
    expect(outline(days)).toEqual([["2026-11-23", [["sms", ["a", "b", "c", "d", "e"]]]]]);
  });

  it("breaks the group where the unread begins", () => {
    const [day] = layOutThread([bubble("a", 0), bubble("b", 1)], "b");
    expect(day?.runs[0]?.groups.map(({ startsUnread }) => startsUnread)).toEqual([false, true]);
  });

  it("starts a day at midnight in Brussels, not in Greenwich", () => {
    const days = layOutThread([bubble("a", 14 * 60 + 59), bubble("b", 15 * 60)], null);
    expect(days.map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-24"]);
  });

  it("starts a run where the channel changes", () => {
    const days = layOutThread(
      [bubble("a", 0), bubble("b", 1, { channel: "whatsapp" }), bubble("c", 2)],
      null,
    );
    expect(outline(days)).toEqual([
      [
        "2026-11-23",
        [
          ["sms", ["a"]],
          ["whatsapp", ["b"]],
          ["sms", ["c"]],
        ],
      ],
    ]);
  });
});

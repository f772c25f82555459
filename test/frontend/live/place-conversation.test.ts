import type { ConversationSummary } from "#contracts/inbox.ts";
import { describe, expect, it } from "vitest";
import { placeConversation } from "../../../frontend/src/live/place-conversation.ts";

const at = (id: string, minute: number, unread_count = 0): ConversationSummary => ({
  id,
  practice_id: 1,
  practice_name: id,
  municipality: null,
  language: "nl",
  unknown_sender: null,
  channels: ["sms"],
  last_message: {
    id: `msg_${id}`,
    channel: "sms",
    direction: "inbound",
    content: "",
    timestamp: `2026-11-23T08:${String(minute).padStart(2, "0")}:00.000Z`,
    read: false,
    status: "received",
  },
  unread_count,
  version: 1,
});
const all = { filter: "all" as const, q: "" };
const pages = [
  { items: [at("a", 30), at("b", 20)], next_cursor: "1" },
  { items: [at("c", 10)], next_cursor: null },
];
const ids = (placed: typeof pages) =>
  placed.flatMap(({ items }) => items.map(({ id }) => id)).join(" ");

describe("where a changed conversation belongs", () => {
  it.each([
    ["on top when it is the newest", at("c", 40), "c a b"],
    ["between two others", at("n", 25), "a n b c"],
    ["at the end of the last page", at("n", 5), "a b c n"],
    ["where it was, when only its content changed", at("b", 20, 3), "a b c"],
  ])("is %s", (_where, fresh, expected) => {
    expect(ids(placeConversation(pages, fresh, all))).toEqual(expected);
  });

  it("is outside, when it lies past what was loaded", () => {
    const loaded = [{ items: [at("a", 30)], next_cursor: "1" }];
    expect(ids(placeConversation(loaded, at("n", 5), all))).toEqual("a");
  });

  it("is not in search results that did not find it", () => {
    expect(ids(placeConversation(pages, at("n", 40), { filter: "all", q: "gent" }))).toEqual(
      "a b c",
    );
  });

  it("stays in the unread list while it is being read, and comes in when unread", () => {
    const unread = { filter: "unread" as const, q: "" };
    expect(ids(placeConversation(pages, at("a", 30, 0), unread))).toEqual("a b c");
    expect(ids(placeConversation(pages, at("n", 40, 0), unread))).toEqual("a b c");
    expect(ids(placeConversation(pages, at("n", 40, 1), unread))).toEqual("n a b c");
  });
});

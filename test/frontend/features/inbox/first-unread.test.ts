import { describe, expect, it } from "vitest";
import { firstUnread } from "../../../../frontend/src/features/inbox/first-unread.ts";
import { aMessage } from "./a-message.ts";

const thread = [
  aMessage("a", 0),
  aMessage("b", 1, { direction: "outbound", status: "sent" }),
  aMessage("c", 2),
  aMessage("d", 3),
];

describe("where the new messages begin", () => {
  it("is the first inbound one after the team's cursor", () => {
    expect(firstUnread(thread, "a", 2)).toBe("c");
  });

  it("is nowhere when all was read", () => {
    expect(firstUnread(thread, "a", 0)).toBeNull();
  });

  it("is counted from the end when the cursor lies before what was loaded", () => {
    expect(firstUnread(thread, "long ago", 1)).toBe("d");
    expect(firstUnread(thread, null, 9)).toBe("a");
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { networkDoubts, watched } from "../../../frontend/src/api/network-doubt.ts";

const answered = () => new Response("{}");

describe("doubting the network", () => {
  let before = 0;
  const doubts = () => networkDoubts.get() - before;
  beforeEach(() => {
    vi.useFakeTimers();
    before = networkDoubts.get();
  });
  afterEach(() => void vi.useRealTimers());

  it("does not, for an answer in time, whatever it says", async () => {
    await watched(Promise.resolve(answered()));
    vi.advanceTimersByTime(60_000);
    expect(doubts()).toBe(0);
  });

  it("begins when a request fails", async () => {
    await expect(watched(Promise.reject(new TypeError("fetch")))).rejects.toThrow("fetch");
    expect(doubts()).toBe(1);
  });

  it("begins when a request takes longer than a second", async () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const request = watched(promise);
    vi.advanceTimersByTime(1_000);
    expect(doubts()).toBe(1);
    resolve(answered());
    await request;
  });
});

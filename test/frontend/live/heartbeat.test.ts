import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hiccup_ms } from "../../../frontend/src/live/connection.ts";
import { answerWithin_ms, startHeartbeat } from "../../../frontend/src/live/heartbeat.ts";

const every_ms = 15_000;

const aHeart = () => {
  const ping = vi.fn<(text: string) => void>();
  const dead = vi.fn<() => void>();
  return { ping, dead, heart: startHeartbeat(ping, dead) };
};

describe("the heartbeat", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("finds a dead socket by itself, one beat and one patience later", () => {
    const { ping, dead } = aHeart();
    vi.advanceTimersByTime(every_ms);
    expect(ping).toHaveBeenCalledWith("ping");
    vi.advanceTimersByTime(answerWithin_ms - 1);
    expect(dead).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(dead).toHaveBeenCalledTimes(1);
  });

  it("shows the banner within three seconds of the first sign of trouble", () => {
    expect(answerWithin_ms + hiccup_ms).toBeLessThanOrEqual(3_000);
    const { dead, heart } = aHeart();
    heart.probe();
    vi.advanceTimersByTime(answerWithin_ms);
    expect(dead).toHaveBeenCalledTimes(1);
  });

  it("does not give a dead socket more time when more requests fail", () => {
    const { ping, dead, heart } = aHeart();
    heart.probe();
    vi.advanceTimersByTime(answerWithin_ms - 1);
    heart.probe();
    vi.advanceTimersByTime(1);
    expect(ping).toHaveBeenCalledTimes(1);
    expect(dead).toHaveBeenCalledTimes(1);
  });

  it("lives on any answer, and tells a pong from a frame", () => {
    const { dead, heart } = aHeart();
    heart.probe();
    expect(heart.hear("pong")).toBe(true);
    heart.probe();
    expect(heart.hear('{"type":"conversation"}')).toBe(false);
    vi.advanceTimersByTime(answerWithin_ms);
    expect(dead).not.toHaveBeenCalled();
  });

  it("is silent once stopped", () => {
    const { ping, dead, heart } = aHeart();
    heart.probe();
    heart.stop();
    vi.advanceTimersByTime(every_ms * 3);
    expect(ping).toHaveBeenCalledTimes(1);
    expect(dead).not.toHaveBeenCalled();
  });
});

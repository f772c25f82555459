import type { heartbeat } from "#contracts/live.ts";

// Typed by the contract, repeated because the module itself would bring zod into the first paint.
const beat: typeof heartbeat = { ping: "ping", pong: "pong", every_ms: 15_000 };

/** Only what was asked may be late; a quiet inbox is no dead one. */
export const answerWithin_ms = 2_000;

interface Heartbeat {
  /** Asks at once, on any sign that the network may be gone. */
  probe: () => void;
  /** Anything that arrives is a sign of life; true where it was nothing more. */
  hear: (data: unknown) => boolean;
  stop: () => void;
}

/** Pings an open socket now and then, and says when it does not answer. */
export function startHeartbeat(send: (ping: string) => void, onDead: () => void): Heartbeat {
  let expecting: ReturnType<typeof setTimeout> | undefined;

  const probe = () => {
    // One question at a time: asking again must not put off its deadline.
    if (expecting !== undefined) return;
    send(beat.ping);
    expecting = setTimeout(() => {
      stop();
      onDead();
    }, answerWithin_ms);
  };
  const calm = () => {
    clearTimeout(expecting);
    expecting = undefined;
  };
  const beating = setInterval(probe, beat.every_ms);
  const stop = () => {
    clearInterval(beating);
    calm();
  };

  return {
    probe,
    hear: (data) => {
      calm();
      return data === beat.pong;
    },
    stop,
  };
}

import type { closeCodes, heartbeat } from "#contracts/live.ts";
import { backoff } from "./backoff.ts";

// Typed by the contract, repeated because the module itself would bring zod into the first paint.
const beat: typeof heartbeat = { ping: "ping", pong: "pong", every_ms: 15_000 };
const codes: typeof closeCodes = { signed_out: 4401, forbidden: 4403, flooding: 4429 };

const pong_within_ms = 2_500;
const opening_within_ms = 10_000;

interface Listener {
  onOpen: () => void;
  onFrame: (text: string) => void;
  onDown: () => void;
  onSignedOut: () => void;
}

/** A socket that comes back: with patience by itself, at once when the network or the tab does. */
export function openLiveSocket(path: string, listener: Listener): () => void {
  let socket: WebSocket | undefined;
  let attempt = 0;
  let stopped = false;
  let reconnecting: ReturnType<typeof setTimeout> | undefined;
  let beating: ReturnType<typeof setInterval> | undefined;
  let expecting: ReturnType<typeof setTimeout> | undefined;

  const expect = (within_ms: number) => {
    clearTimeout(expecting);
    expecting = setTimeout(lose, within_ms);
  };

  const ping = () => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send(beat.ping);
    expect(pong_within_ms);
  };

  function letGo(): void {
    clearTimeout(expecting);
    clearInterval(beating);
    const old = socket;
    socket = undefined;
    if (!old) return;
    old.onopen = old.onmessage = old.onclose = null;
    old.close();
  }

  function lose(): void {
    letGo();
    if (stopped) return;
    listener.onDown();
    clearTimeout(reconnecting);
    reconnecting = setTimeout(connect, backoff(attempt, Math.random()));
    attempt += 1;
  }

  function connect(): void {
    letGo();
    clearTimeout(reconnecting);
    const next = new WebSocket(location.origin.replace(/^http/, "ws") + path);
    socket = next;
    expect(opening_within_ms);
    next.onopen = () => {
      clearTimeout(expecting);
      attempt = 0;
      beating = setInterval(ping, beat.every_ms);
      listener.onOpen();
    };
    next.onmessage = ({ data }) => {
      clearTimeout(expecting);
      if (typeof data === "string" && data !== beat.pong) listener.onFrame(data);
    };
    next.onclose = ({ code }) => {
      if (code === codes.signed_out) {
        stop();
        listener.onSignedOut();
        return;
      }
      if (code === codes.forbidden) stop();
      if (code === codes.flooding) attempt = Math.max(attempt, 5);
      lose();
    };
  }

  const comeBack = () => {
    if (document.visibilityState === "hidden") return;
    if (socket?.readyState === WebSocket.OPEN) ping();
    else if (socket?.readyState !== WebSocket.CONNECTING) connect();
  };

  function stop(): void {
    stopped = true;
    clearTimeout(reconnecting);
    removeEventListener("online", comeBack);
    removeEventListener("offline", lose);
    document.removeEventListener("visibilitychange", comeBack);
    letGo();
  }

  addEventListener("online", comeBack);
  addEventListener("offline", lose);
  document.addEventListener("visibilitychange", comeBack);
  connect();
  return stop;
}

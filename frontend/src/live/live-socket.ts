import type { closeCodes } from "#contracts/live.ts";
import { networkDoubts } from "../api/network-doubt.ts";
import { backoff } from "./backoff.ts";
import { startHeartbeat } from "./heartbeat.ts";

// Typed by the contract, repeated because the module itself would bring zod into the first paint.
const codes: typeof closeCodes = { signed_out: 4401, forbidden: 4403, flooding: 4429 };

const opening_within_ms = 10_000;

interface Listener {
  onOpen: () => void;
  onFrame: (text: string) => void;
  onDown: () => void;
  onSignedOut: () => void;
}

/** Tells of a change of network, in the browsers that do. */
const networkChange = (): EventTarget | null =>
  "connection" in navigator && navigator.connection instanceof EventTarget
    ? navigator.connection
    : null;

/** A socket that comes back: with patience by itself, at once when the network or the tab does. */
export function openLiveSocket(path: string, listener: Listener): () => void {
  let socket: WebSocket | undefined;
  let heart: ReturnType<typeof startHeartbeat> | undefined;
  let attempt = 0;
  let stopped = false;
  let reconnecting: ReturnType<typeof setTimeout> | undefined;
  let opening: ReturnType<typeof setTimeout> | undefined;

  function letGo(): void {
    clearTimeout(opening);
    heart?.stop();
    heart = undefined;
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
    opening = setTimeout(lose, opening_within_ms);
    next.onopen = () => {
      clearTimeout(opening);
      attempt = 0;
      heart = startHeartbeat((ping) => next.send(ping), lose);
      listener.onOpen();
    };
    next.onmessage = ({ data }) => {
      const onlyAlive = heart?.hear(data) ?? false;
      if (typeof data === "string" && !onlyAlive) listener.onFrame(data);
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

  const probe = () => heart?.probe();
  const comeBack = () => {
    if (document.visibilityState === "hidden") return;
    if (heart) probe();
    else if (socket?.readyState !== WebSocket.CONNECTING) connect();
  };

  const network = networkChange();
  const forgetDoubts = networkDoubts.subscribe(probe);
  addEventListener("online", comeBack);
  addEventListener("offline", lose);
  network?.addEventListener("change", comeBack);
  document.addEventListener("visibilitychange", comeBack);

  function stop(): void {
    stopped = true;
    clearTimeout(reconnecting);
    forgetDoubts();
    removeEventListener("online", comeBack);
    removeEventListener("offline", lose);
    network?.removeEventListener("change", comeBack);
    document.removeEventListener("visibilitychange", comeBack);
    letGo();
  }

  connect();
  return stop;
}

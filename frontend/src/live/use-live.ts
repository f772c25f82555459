import { useEffect, useEffectEvent } from "react";
import { sessionEnded } from "../api/session-ended.ts";
import { openLiveSocket } from "./live-socket.ts";

interface Live<Frame> {
  onFrame: (frame: Frame) => void;
  /** Every (re)connection: what is shown may be behind. */
  onOpen: () => void;
  onDown?: () => void;
}

/** Listens to one live path for as long as the component is there. */
export function useLive<Frame>(path: string | null, live: Live<Frame>): void {
  // Only our own Worker speaks on this socket, in the contract's frames.
  const onFrame = useEffectEvent((text: string) => live.onFrame(JSON.parse(text) as Frame));
  const onOpen = useEffectEvent(() => live.onOpen());
  const onDown = useEffectEvent(() => live.onDown?.());

  useEffect(() => {
    if (path === null) return;
    return openLiveSocket(path, {
      onFrame: (text) => onFrame(text),
      onOpen: () => onOpen(),
      onDown: () => onDown(),
      onSignedOut: () => sessionEnded.set(true),
    });
  }, [path]);
}

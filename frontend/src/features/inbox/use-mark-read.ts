import { type RefObject, useEffect, useEffectEvent } from "react";
import type { ThreadMessage } from "./thread-message.ts";

const seen_ms = 1_000;

interface MarkRead {
  scroller: RefObject<HTMLDivElement | null>;
  messages: ThreadMessage[];
  unreadCount: number;
  onRead: (upTo: string) => void;
}

/** Read is what stood on a visible screen for a second, not what was merely opened. */
export function useMarkRead({ scroller, messages, unreadCount, onRead }: MarkRead): void {
  const settle = useEffectEvent((onScreen: ReadonlySet<string>) => {
    const newest = messages.findLast(({ id }) => onScreen.has(id));
    if (newest && document.visibilityState === "visible") onRead(newest.id);
  });
  const lastId = messages.at(-1)?.id;

  useEffect(() => {
    const box = scroller.current;
    if (!box || unreadCount === 0) return;
    const onScreen = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible")
        timer = setTimeout(() => settle(onScreen), seen_ms);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = target.getAttribute("data-message") ?? "";
          if (isIntersecting) onScreen.add(id);
          else onScreen.delete(id);
        }
        wait();
      },
      { root: box, threshold: 0.2 },
    );
    for (const bubble of box.querySelectorAll("[data-inbound]")) observer.observe(bubble);
    document.addEventListener("visibilitychange", wait);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("visibilitychange", wait);
    };
  }, [scroller, unreadCount, lastId]);
}

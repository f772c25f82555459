import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ThreadMessage } from "./thread-message.ts";

const nearEnd_px = 80;
const nearStart_px = 600;

interface ThreadScroll {
  scroller: RefObject<HTMLDivElement | null>;
  messages: ThreadMessage[];
  firstUnread: string | null;
  onNearStart: () => void;
}

/**
 * Opens at the first unread, else at the end; follows the end only for who is there;
 * older history appears above without moving what is visible.
 */
export function useThreadScroll({ scroller, messages, firstUnread, onNearStart }: ThreadScroll) {
  const atEnd = useRef(true);
  const before = useRef<{
    first: string | undefined;
    last: string | undefined;
    height: number;
  } | null>(null);
  const [unseen, setUnseen] = useState(0);

  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setUnseen(0);
  }, [scroller]);

  useLayoutEffect(() => {
    const box = scroller.current;
    const first = messages[0]?.id;
    const newest = messages.at(-1);
    if (!box || !newest) return;
    const previous = before.current;
    before.current = { first, last: newest.id, height: box.scrollHeight };

    if (previous === null) {
      const line = firstUnread === null ? null : box.querySelector<HTMLElement>("[data-new-line]");
      if (line)
        box.scrollTop += line.getBoundingClientRect().top - box.getBoundingClientRect().top - 48;
      else toEnd();
      atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd_px;
      return;
    }
    if (previous.first !== first && previous.last === newest.id)
      box.scrollTop += box.scrollHeight - previous.height;
    if (previous.last === newest.id) {
      if (atEnd.current) toEnd();
      return;
    }
    if (atEnd.current || newest.outbox !== null) {
      toEnd();
      return;
    }
    const since = messages.findIndex(({ id }) => id === previous.last);
    setUnseen(
      (count) =>
        count + messages.slice(since + 1).filter(({ direction }) => direction === "inbound").length,
    );
  }, [messages, firstUnread, scroller, toEnd]);

  // A composer or a phone keyboard that grows must not cover the end one was reading.
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller]);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd_px;
    if (atEnd.current) setUnseen(0);
    if (box.scrollTop < nearStart_px) onNearStart();
  }, [scroller, onNearStart]);

  return { onScroll, unseen, toEnd };
}

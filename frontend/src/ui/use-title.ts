import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { unreadQuery } from "../api/get-unread.ts";

/** (3) Huisartsen Noord – Inbox. Without parts the page leaves the title to what it contains. */
export function useTitle(...parts: (string | null | undefined)[]): void {
  const { data } = useQuery({ ...unreadQuery, enabled: false });
  const unread = data?.unread_count ?? 0;
  const title = parts.filter(Boolean).join(" – ");
  useEffect(() => {
    if (title === "") return;
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  }, [title, unread]);
}

import type { ChannelKind, Language } from "#contracts/channels.ts";
import { Plural } from "@lingui/react/macro";
import { Paperclip } from "lucide-react";
import { classes } from "../../ui/classes.ts";
import type { ThreadMessage } from "./thread-message.ts";

const tints = {
  email: "bg-email-tint border-email-line",
  sms: "bg-sms-tint border-sms-line",
  whatsapp: "bg-whatsapp-tint border-whatsapp-line",
} satisfies Record<ChannelKind, string>;

/** Failed and unknown lose their tint: what did not surely arrive does not look as if it did. */
function look({ direction, status, channel, outbox }: ThreadMessage): string {
  if (direction === "inbound") return "rounded-tl-1 bg-raised border-line";
  if (status === "failed" || outbox?.refused) return "rounded-br-1 bg-raised border-danger-line";
  if (status === "unknown") return "rounded-br-1 bg-raised border-dashed border-warn-text";
  return classes("rounded-br-1", tints[channel]);
}

interface MessageBubbleProps {
  message: ThreadMessage;
  language: Language | null;
}

export const MessageBubble = ({ message, language }: MessageBubbleProps) => (
  <div
    data-message={message.id}
    data-inbound={message.direction === "inbound" || undefined}
    lang={language ?? undefined}
    className={classes(
      "w-fit max-w-[min(520px,100%)] rounded-bubble border px-3 py-2 text-md break-words whitespace-pre-wrap max-md:max-w-[88%]",
      message.outbox && "rise",
      look(message),
    )}
  >
    {message.content}
    {message.media_count > 0 && (
      <span className="mt-1 flex items-center gap-1.5 text-xs text-ink-2">
        <Paperclip size={14} strokeWidth={1.75} aria-hidden="true" />
        <Plural value={message.media_count} one="# attachment" other="# attachments" />
      </span>
    )}
  </div>
);

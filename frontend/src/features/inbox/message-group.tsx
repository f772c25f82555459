import type { Language } from "#contracts/channels.ts";
import type { Message } from "#contracts/messages.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { clockTime, fullTime } from "../../i18n/format.ts";
import { classes } from "../../ui/classes.ts";
import { Popover } from "../../ui/popover.tsx";
import { DeliveryNote } from "./delivery-note.tsx";
import { MessageBubble } from "./message-bubble.tsx";
import { MessageDetails } from "./message-details.tsx";
import { MessageProblem } from "./message-problem.tsx";
import { OutboxProblem } from "./outbox-problem.tsx";
import type { ThreadGroup } from "./thread-layout.ts";
import type { ThreadMessage } from "./thread-message.ts";

interface MessageGroupProps {
  group: ThreadGroup;
  language: Language | null;
  lastOutboundId: string | null;
  mayWork: boolean;
  /** The channel's mark stands on the line where the channel changes. */
  node: "mark" | "ring";
  mark: React.ReactNode;
  onRetried: (message: Message) => void;
}

const hasProblem = ({ status, outbox }: ThreadMessage): boolean =>
  status === "failed" || status === "unknown" || outbox?.refused != null;

/** One author within five minutes: the time at its start, the rest under its last bubble. */
export function MessageGroup({
  group,
  language,
  lastOutboundId,
  mayWork,
  node,
  mark,
  onRetried,
}: MessageGroupProps) {
  const { i18n, t } = useLingui();
  const [first] = group.messages;
  const last = group.messages.at(-1);
  if (!first || !last) return null;
  const outbound = group.direction === "outbound";
  const started = new Date(first.timestamp);
  const author = outbound ? first.author.name : null;

  return (
    <div className="group relative py-1.5 pl-(--thread-indent)">
      <time
        dateTime={first.timestamp}
        title={fullTime(i18n.locale, started)}
        className="absolute top-4 left-0 w-[52px] text-right text-2xs text-ink-3 tabular-nums max-md:hidden"
      >
        {clockTime(i18n.locale, started)}
      </time>
      <span className="absolute top-[22px] left-(--line-at) grid -translate-x-1/2 -translate-y-1/2 place-items-center">
        {node === "mark" ? (
          mark
        ) : (
          <span className="size-2 rounded-full border-2 border-sms bg-surface" />
        )}
      </span>
      <div
        className={classes(
          "relative grid grid-cols-1 gap-1.5",
          outbound ? "justify-items-end" : "justify-items-start",
        )}
      >
        {group.messages.map((message) => (
          <div
            key={message.id}
            className={classes(
              "grid w-full grid-cols-1 gap-1.5",
              outbound ? "justify-items-end" : "justify-items-start",
            )}
          >
            <MessageBubble message={message} language={language} />
            {message.outbox?.refused && (
              <OutboxProblem entry={message.outbox} refused={message.outbox.refused} />
            )}
            {(message.status === "failed" || message.status === "unknown") && (
              <MessageProblem message={message} mayWork={mayWork} onRetried={onRetried} />
            )}
          </div>
        ))}
        <Popover
          title={t`Message details`}
          trigger={
            <button
              type="button"
              className={classes(
                "touch flex min-h-4 items-center gap-1.5 rounded-1 px-1 text-2xs text-ink-3 hover:text-ink",
                // Inbound bubbles say nothing more on a wide screen, until one points at them.
                !outbound &&
                  "md:absolute! md:right-0 md:bottom-1 md:opacity-0 md:group-hover:opacity-100 md:focus-visible:opacity-100 md:aria-expanded:opacity-100",
              )}
            >
              <span className="sr-only">
                <Trans>Details of the message:</Trans>
              </span>
              {author !== null && <span>{author}</span>}
              <span className="tabular-nums md:sr-only">
                {clockTime(i18n.locale, new Date(last.timestamp))}
              </span>
              {outbound && !hasProblem(last) && (
                <DeliveryNote message={last} worded={last.id === lastOutboundId} />
              )}
              {(!outbound || hasProblem(last)) && (
                <span className="max-md:sr-only">
                  <Trans>Details</Trans>
                </span>
              )}
            </button>
          }
        >
          <MessageDetails message={last} />
        </Popover>
      </div>
    </div>
  );
}

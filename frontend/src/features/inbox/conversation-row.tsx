import type { ConversationSummary } from "#contracts/inbox.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { ClockAlert, Pencil, TriangleAlert, UserRoundPlus } from "lucide-react";
import type { ComponentProps } from "react";
import { ChannelBadge } from "../../ui/channel-badge.tsx";
import { Chip } from "../../ui/chip.tsx";
import { classes } from "../../ui/classes.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { conversationName } from "./conversation-name.ts";

interface ConversationRowProps extends ComponentProps<"button"> {
  conversation: ConversationSummary;
  selected: boolean;
  hasDraft: boolean;
}

const icon = { size: 12, strokeWidth: 2, "aria-hidden": true } as const;

/** Unread dot · mark · name and time · preview and count · what needs attention. */
export function ConversationRow({
  conversation,
  selected,
  hasDraft,
  className,
  ...rest
}: ConversationRowProps) {
  const { t } = useLingui();
  const { last_message: last, unread_count, municipality, language, unknown_sender } = conversation;
  const unread = unread_count > 0;
  const channel = last?.channel ?? unknown_sender?.channel ?? "sms";
  const ourStatus = last?.direction === "outbound" ? last.status : null;

  return (
    <button
      type="button"
      aria-current={selected || undefined}
      className={classes(
        "group relative grid h-full w-full grid-cols-[28px_minmax(0,1fr)] gap-x-3 rounded-3 border border-transparent px-3 py-2.5 text-left -outline-offset-2",
        "max-md:rounded-none max-md:border-x-0 max-md:border-b-line max-md:px-5",
        selected ? "border-line bg-selected shadow-1" : "hover:bg-hover",
        className,
      )}
      {...rest}
    >
      {unread && (
        <span
          aria-hidden="true"
          className="absolute top-[21px] left-0.5 size-1.5 rounded-full bg-accent max-md:left-1.5"
        />
      )}
      <ChannelBadge channel={channel} />
      <span className="grid grid-cols-[minmax(0,1fr)] content-start">
        <span className="flex items-baseline gap-2">
          <span
            className={classes("min-w-0 flex-1 truncate", unread ? "font-unread" : "font-medium")}
          >
            {conversationName(conversation)}
          </span>
          {last && (
            <RelativeTime
              at={last.timestamp}
              className={classes(
                "shrink-0 text-2xs tabular-nums",
                unread ? "font-strong text-accent" : "text-ink-3",
              )}
            />
          )}
        </span>
        <span className="flex items-center gap-2">
          <span
            lang={language ?? undefined}
            className={classes("min-w-0 flex-1 truncate", unread ? "text-ink" : "text-ink-3")}
          >
            {last?.direction === "outbound" && <Trans>We:</Trans>} {last?.content}
          </span>
          {unread && (
            <span className="grid h-4 min-w-4 shrink-0 place-items-center rounded-full bg-accent-fill px-1 text-2xs font-strong text-on-accent tabular-nums">
              <span aria-hidden="true">{unread_count}</span>
              <span className="sr-only">{t`${unread_count} unread`}</span>
            </span>
          )}
        </span>
        <span className="mt-0.5 flex h-5 items-center gap-2 overflow-hidden text-xs text-ink-3 max-md:h-6">
          {ourStatus === "failed" && (
            <Chip look="danger" icon={<TriangleAlert {...icon} />}>
              <Trans>Not delivered</Trans>
            </Chip>
          )}
          {ourStatus === "unknown" && (
            <Chip look="unknown" icon={<ClockAlert {...icon} />}>
              <Trans>Unknown</Trans>
            </Chip>
          )}
          {unknown_sender && (
            <Chip icon={<UserRoundPlus {...icon} />}>
              <Trans>Unknown sender</Trans>
            </Chip>
          )}
          {hasDraft && (
            <Chip look="outline" icon={<Pencil {...icon} />}>
              <Trans>Draft</Trans>
            </Chip>
          )}
          {municipality !== null && <span className="truncate">{municipality}</span>}
          {language !== null && <span className="shrink-0 uppercase">{language}</span>}
        </span>
      </span>
    </button>
  );
}

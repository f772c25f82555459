import type { ChannelKind } from "#contracts/channels.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Ban, Hand } from "lucide-react";
import { type ComponentType, type RefObject, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "../../ui/button.tsx";
import type { ChannelComposerProps } from "../../ui/channel-composer.ts";
import { DraftConflict } from "./draft-conflict.tsx";
import { outbox } from "./outbox-store.ts";
import { useDraft } from "./use-draft.ts";
import { type ReplyTarget, ReplyTargetBar } from "./reply-target-bar.tsx";
import type { OpenConversation } from "./use-conversation.ts";

interface ReplyComposerProps {
  conversation: OpenConversation;
  head: NonNullable<OpenConversation["head"]>;
  /** Undefined while it is not known yet where a reply can go. */
  targets: ReplyTarget[] | undefined;
  composers: Partial<Record<ChannelKind, ComponentType<ChannelComposerProps>>>;
  textRef: RefObject<HTMLTextAreaElement | null>;
  onViewFirst: () => void;
}

/** A reply goes where the last word came from, unless one chooses another number. */
export function ReplyComposer({
  conversation,
  head,
  targets: known,
  composers,
  textRef,
  onViewFirst,
}: ReplyComposerProps) {
  const { t } = useLingui();
  const { draft, isSaved, type, clear, keepMine, takeOther } = useDraft(head.id);
  const { messages } = conversation;
  const lastInbound = messages.findLast(({ direction }) => direction === "inbound");
  const [chosen, setChosen] = useState<string | null>(null);

  // What came in while one was writing is shown before anything leaves.
  const [seenId, setSeenId] = useState(lastInbound?.id);
  const stale = draft.text.trim() !== "" && lastInbound?.id !== seenId ? lastInbound : undefined;

  const targets = known ?? [];
  const target =
    targets.find(({ contactPointId }) => contactPointId === chosen) ??
    targets.find(({ address }) => address === lastInbound?.address) ??
    targets.find(({ optedOut }) => !optedOut) ??
    targets[0];
  const Composer = target && composers[target.channel];

  const write = (text: string) => {
    if (draft.text.trim() === "") setSeenId(lastInbound?.id);
    type(text);
  };

  const send = () => {
    const content = draft.text.trim();
    if (!target || content === "") return;
    const last = messages.at(-1);
    outbox.add({
      reply: {
        id: `msg_${uuidv7()}`,
        conversation_id: head.id,
        channel: target.channel,
        content,
        contact_point_id: target.contactPointId,
        ...(last ? { expected_last_message_id: last.id } : {}),
      },
      address: target.address,
      at: new Date().toISOString(),
      refused: null,
    });
    clear();
  };

  const viewFirst = () => {
    setSeenId(lastInbound?.id);
    onViewFirst();
  };

  if (known === undefined) return <div className="h-[158px] shrink-0 max-md:h-[152px]" />;
  if (!target || !Composer)
    return (
      <p className="flex items-center gap-2 border-t border-line px-6 py-4 text-ink-2">
        <Ban size={16} strokeWidth={1.75} aria-hidden="true" />
        <Trans>This practice has no mobile number. Add one to reply.</Trans>
      </p>
    );

  return (
    <section
      aria-label={t`Reply`}
      className="shrink-0 px-5 pb-4 max-md:border-t max-md:border-line max-md:bg-raised max-md:px-0 max-md:pb-(--safe-bottom)"
    >
      <div className="overflow-hidden rounded-4 border border-line-strong bg-raised shadow-2 focus-within:border-control max-md:rounded-none max-md:border-0 max-md:shadow-none">
        {stale && (
          <p role="alert" className="flex items-center gap-2 bg-warn-tint px-3 py-2 text-sm">
            <Hand
              size={16}
              strokeWidth={1.75}
              aria-hidden="true"
              className="shrink-0 text-warn-text"
            />
            <span className="truncate">
              <b className="text-warn-text">
                <Trans>Just came in:</Trans>
              </b>{" "}
              {stale.content}
            </span>
          </p>
        )}
        {draft.other !== null && (
          <DraftConflict other={draft.other} onKeep={keepMine} onTake={takeOther} />
        )}
        <ReplyTargetBar target={target} targets={targets} onChoose={setChosen} />
        <Composer
          text={draft.text}
          onText={write}
          onSend={stale ? viewFirst : send}
          language={head.language}
          label={t`Reply by SMS`}
          textRef={textRef}
          status={
            <>
              {isSaved && <Trans>Saved</Trans>}
              {isSaved && head.language !== null && " · "}
              {head.language !== null && (
                <Trans>
                  practice reads <b className="uppercase">{head.language}</b>
                </Trans>
              )}
            </>
          }
          action={
            stale && (
              <span className="flex gap-2">
                <Button onClick={send}>
                  <Trans>Send anyway</Trans>
                </Button>
                <Button look="filled" onClick={viewFirst}>
                  <Trans>View first</Trans>
                </Button>
              </span>
            )
          }
        />
      </div>
    </section>
  );
}

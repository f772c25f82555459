import { useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { meQuery } from "../api/get-me.ts";
import { practiceQuery } from "../api/get-practice.ts";
import { may } from "../api/may.ts";
import { conversationName } from "../features/inbox/conversation-name.ts";
import { MessageThread } from "../features/inbox/message-thread.tsx";
import { ReplyComposer } from "../features/inbox/reply-composer.tsx";
import { ThreadHeader } from "../features/inbox/thread-header.tsx";
import { ThreadSkeleton } from "../features/inbox/thread-skeleton.tsx";
import { useConversation } from "../features/inbox/use-conversation.ts";
import { SMSComposer } from "../features/sms/sms-composer.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { useTitle } from "../ui/use-title.ts";
import { ContextPanel } from "./context-panel.tsx";
import { replyTargets } from "./reply-targets.ts";
import { usePanelChoice } from "./use-panel-choice.ts";
import { ArrowLeft } from "lucide-react";

const composers = { sms: SMSComposer };

interface ConversationPaneProps {
  id: string;
  panel: boolean;
  /** Nothing else is on the screen. */
  alone: boolean;
  /** Opened to write in. */
  writing: boolean;
  onClose: () => void;
  onPanel: (open: boolean) => void;
  /** The conversation goes on under another id. */
  onMoved: (id: string) => void;
}

/** One open conversation: thread and composer, and the practice beside or over them. */
export function ConversationPane({
  id,
  panel,
  alone,
  writing,
  onClose,
  onPanel,
  onMoved,
}: ConversationPaneProps) {
  const { t } = useLingui();
  const conversation = useConversation(id);
  const { head, mergedInto, query } = conversation;
  const { data: me } = useSuspenseQuery(meQuery);
  const practice = useQuery({
    ...practiceQuery(head?.practice_id ?? 0),
    enabled: head?.practice_id != null,
  });
  const wide = useMediaQuery("(min-width: 1280px)");
  const [docked, setDocked] = usePanelChoice();
  const textRef = useRef<HTMLTextAreaElement>(null);
  const pane = useRef<HTMLElement>(null);
  useTitle(head ? conversationName(head) : null, t`Inbox`);

  useEffect(() => {
    if (mergedInto !== null) onMoved(mergedInto);
  }, [mergedInto]);

  // The text field comes with the numbers it can be sent to.
  const writable = head !== undefined && (head.practice_id === null || practice.isSuccess);
  useEffect(() => {
    if (writing && writable) textRef.current?.focus();
  }, [writing, writable]);

  const open = wide ? docked : panel;
  const toggle = () => (wide ? setDocked(!docked) : onPanel(!panel));
  useShortcuts({ r: () => textRef.current?.focus(), i: toggle });

  if (!head)
    return (
      <section className="flex min-w-0 flex-1 flex-col bg-surface">
        {query.isError && mergedInto === null ? (
          <>
            <IconButton label={t`Back to the list`} onClick={onClose} className="m-3 md:hidden">
              <ArrowLeft size={16} />
            </IconButton>
            <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
          </>
        ) : (
          <ThreadSkeleton />
        )}
      </section>
    );

  return (
    <>
      <section
        ref={pane}
        aria-label={conversationName(head)}
        // Out of the text and into the thread, where the shortcuts are heard again.
        onKeyDown={({ key, target, nativeEvent }) => {
          if (key !== "Escape" || nativeEvent.isComposing || target !== textRef.current) return;
          pane.current?.querySelector<HTMLElement>("[role=log]")?.focus();
        }}
        className="flex min-w-0 flex-1 flex-col bg-surface"
      >
        <ThreadHeader
          head={head}
          alone={alone}
          onBack={onClose}
          panelOpen={open}
          onPanel={toggle}
        />
        <MessageThread conversation={conversation} head={head} me={me} />
        {may(me, "inbox.work") && (
          <ReplyComposer
            conversation={conversation}
            head={head}
            targets={replyTargets(head, practice.data)}
            composers={composers}
            textRef={textRef}
            onViewFirst={() => {
              const log = pane.current?.querySelector("[role=log]");
              log?.scrollTo({ top: log.scrollHeight });
            }}
          />
        )}
      </section>
      {open && (
        <ContextPanel
          head={head}
          practice={practice}
          floating={!wide}
          mayWork={may(me, "inbox.work")}
          onClose={toggle}
          onLinked={onMoved}
        />
      )}
    </>
  );
}

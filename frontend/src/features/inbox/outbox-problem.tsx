import { Trans, useLingui } from "@lingui/react/macro";
import { TriangleAlert } from "lucide-react";
import { problemWords } from "../../api/problem-words.ts";
import { Button } from "../../ui/button.tsx";
import { handBack } from "./hand-back.ts";
import type { OutboxEntry } from "./outbox.ts";
import { outbox } from "./outbox-store.ts";

interface OutboxProblemProps {
  entry: OutboxEntry;
  refused: NonNullable<OutboxEntry["refused"]>;
}

/** The Worker refused a reply: why, beside the bubble, and what one can do with the text. */
export function OutboxProblem({ entry, refused }: OutboxProblemProps) {
  const { i18n } = useLingui();
  const { id, conversation_id, content } = entry.reply;
  const words = problemWords[refused.code] ?? problemWords.internal;
  return (
    <div role="alert" className="grid justify-items-end gap-1.5 text-xs">
      <p className="flex items-start gap-1.5 text-danger-text">
        <TriangleAlert size={14} strokeWidth={1.75} aria-hidden="true" className="mt-px shrink-0" />
        <span>
          <b>
            <Trans>Not sent.</Trans>
          </b>{" "}
          {i18n._(words)}
        </span>
      </p>
      <div className="flex gap-2">
        {refused.code === "stale_conversation" && (
          <Button size="sm" onClick={() => outbox.sendAnyway(id)}>
            <Trans>Send anyway</Trans>
          </Button>
        )}
        <Button
          size="sm"
          onClick={() => {
            handBack.set({ conversationId: conversation_id, text: content });
            outbox.discard(id);
          }}
        >
          <Trans>Edit</Trans>
        </Button>
        <Button size="sm" look="quiet" onClick={() => outbox.discard(id)}>
          <Trans>Discard</Trans>
        </Button>
      </div>
    </div>
  );
}

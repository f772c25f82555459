import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { ClockAlert, Pencil, RotateCw, TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { Message } from "#contracts/messages.ts";
import { explain } from "../../api/explain.ts";
import { retryMessage } from "../../api/retry-message.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast.ts";
import { failureWords } from "./failure-words.ts";
import { handBack } from "./hand-back.ts";
import { LookedNote } from "./looked.tsx";

interface MessageProblemProps {
  message: Message;
  mayWork: boolean;
  onRetried: (successor: Message) => void;
}

const icon = { size: 14, strokeWidth: 1.75, "aria-hidden": true } as const;

/** What went wrong with one of ours, and the ways on. */
export function MessageProblem({ message, mayWork, onRetried }: MessageProblemProps) {
  const { i18n, t } = useLingui();
  const [asking, setAsking] = useState(false);
  const unknown = message.status === "unknown";
  const words = failureWords[message.failure?.reason ?? "carrier"];

  const retry = useMutation({
    mutationFn: (accept: boolean) => retryMessage(message.id, accept),
    onSuccess: onRetried,
    onError: (error) => showToast(i18n._(explain(error).words)),
    onSettled: () => setAsking(false),
  });

  return (
    <div className="grid grid-cols-1 justify-items-end gap-1.5 text-xs">
      {unknown ? (
        <p className="flex items-start gap-1.5 text-warn-text">
          <ClockAlert {...icon} className="mt-px shrink-0" />
          <span>
            <b>
              <Trans>Unknown.</Trans>
            </b>{" "}
            <Trans>
              The provider did not answer. We are checking and will not resend by ourselves.
            </Trans>
          </span>
        </p>
      ) : (
        <p className="flex items-start gap-1.5 text-danger-text">
          <TriangleAlert {...icon} className="mt-px shrink-0" />
          <span>
            <b>
              <Trans>Not delivered.</Trans>
            </b>{" "}
            {i18n._(words.what)} {i18n._(words.fix)}
          </span>
        </p>
      )}
      {unknown && message.looked && (
        <LookedNote looked={message.looked} sentAt={message.timestamp} />
      )}
      {message.retried_by !== null && (
        <p className="text-ink-3">
          <Trans>Sent again below.</Trans>
        </p>
      )}
      {mayWork && message.retried_by === null && (
        <div className="flex gap-2">
          <Button
            size="sm"
            icon={<RotateCw {...icon} />}
            busy={retry.isPending}
            onClick={() => (unknown ? setAsking(true) : retry.mutate(false))}
          >
            <Trans>Try again</Trans>
          </Button>
          <Button
            size="sm"
            look="quiet"
            icon={<Pencil {...icon} />}
            onClick={() =>
              handBack.set({ conversationId: message.conversation_id, text: message.content })
            }
          >
            <Trans>Edit</Trans>
          </Button>
        </div>
      )}
      <Dialog open={asking} title={t`Send it again?`} onClose={() => setAsking(false)}>
        <p className="text-md text-pretty">
          <Trans>
            The provider never said whether the first message left. If it did, the practice receives
            the same text twice.
          </Trans>
        </p>
        <blockquote className="mt-3 rounded-2 bg-sunken px-3 py-2 text-md text-ink-2">
          {message.content}
        </blockquote>
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>
            <Trans>Wait</Trans>
          </Button>
          <Button look="filled" busy={retry.isPending} onClick={() => retry.mutate(true)}>
            <Trans>Send again</Trans>
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

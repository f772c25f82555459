import type { ConversationSummary } from "#contracts/inbox.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link2, Plus } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { phoneNumber } from "../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { ChannelBadge } from "../../ui/channel-badge.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useLink } from "./use-link.ts";

// Forms come when one asks for them, not with the first paint of the inbox.
const PickPractice = lazy(() => import("./pick-practice.tsx"));
const NewPracticeForm = lazy(() => import("./new-practice-form.tsx"));

interface UnknownSenderCardProps {
  conversationId: string;
  sender: NonNullable<ConversationSummary["unknown_sender"]>;
  mayWork: boolean;
  action?: ReactNode;
  onLinked: (conversationId: string) => void;
}

/** Someone nobody knows yet: find the practice it is, or make it. */
export function UnknownSenderCard({
  conversationId,
  sender,
  mayWork,
  action,
  onLinked,
}: UnknownSenderCardProps) {
  const { t } = useLingui();
  const [step, setStep] = useState<"link" | "create" | null>(null);
  const { link, linking } = useLink(conversationId, onLinked);
  const done = () => setStep(null);

  return (
    <section className="grid gap-3 px-4 py-4">
      <div className="flex items-start justify-between">
        <h2 className="text-md font-strong">
          <Trans>Unknown sender</Trans>
        </h2>
        {action}
      </div>
      <p className="flex items-center gap-2.5">
        <ChannelBadge channel={sender.channel} size={24} />
        <span className="tabular-nums">{phoneNumber(sender.address)}</span>
      </p>
      <p className="text-pretty text-ink-2">
        <Trans>
          This number belongs to no practice yet. Once linked, the conversation goes on there.
        </Trans>
      </p>
      {mayWork && (
        <div className="grid gap-2">
          <Button look="filled" icon={<Link2 size={14} />} onClick={() => setStep("link")}>
            <Trans>Link to a practice</Trans>
          </Button>
          <Button icon={<Plus size={14} />} onClick={() => setStep("create")}>
            <Trans>New practice</Trans>
          </Button>
        </div>
      )}
      <Dialog open={step === "link"} title={t`Link to a practice`} onClose={done}>
        <Suspense>
          <PickPractice busy={linking} onPick={({ id, name }) => link(id, name, done)} />
        </Suspense>
      </Dialog>
      <Dialog open={step === "create"} title={t`New practice`} onClose={done}>
        <Suspense>
          <Suspense>
            <NewPracticeForm onCreated={({ id, name }) => link(id, name, done)} />
          </Suspense>
        </Suspense>
      </Dialog>
    </section>
  );
}

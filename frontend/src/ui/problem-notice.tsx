import { Trans, useLingui } from "@lingui/react/macro";
import { Copy } from "lucide-react";
import { explain } from "../api/explain.ts";
import { Button } from "./button.tsx";
import { showToast } from "./toast.ts";

interface ProblemNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** What happened, what to do, and the number to quote when asking for help. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const { i18n, t } = useLingui();
  const { words, requestId } = explain(error);
  return (
    <div role="alert" className="grid justify-items-center gap-3 px-6 py-10 text-center">
      <p className="max-w-80 text-pretty text-ink-2">{i18n._(words)}</p>
      <div className="flex flex-wrap justify-center gap-2">
        {onRetry && (
          <Button onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
        {requestId && (
          <Button
            look="quiet"
            icon={<Copy size={14} />}
            onClick={() => {
              void navigator.clipboard.writeText(requestId);
              showToast(t`Request number copied`);
            }}
          >
            <span className="font-mono text-xs">{requestId.slice(0, 18)}</span>
          </Button>
        )}
      </div>
    </div>
  );
}

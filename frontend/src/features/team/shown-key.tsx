import { Trans, useLingui } from "@lingui/react/macro";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

interface ShownKeyProps {
  secret: string;
  /** One tried to close without having copied it. */
  warned: boolean;
  onCopied: () => void;
  onDone: () => void;
}

/** The one moment a key can be read. */
export function ShownKey({ secret, warned, onCopied, onDone }: ShownKeyProps) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
    onCopied();
  };

  return (
    <div className="grid gap-4">
      <p className="text-md text-pretty">
        <Trans>You see this key only now. Keep it where you keep passwords.</Trans>
      </p>
      <div className="flex items-start gap-2">
        <input
          readOnly
          value={secret}
          aria-label={t`API key`}
          onFocus={({ target }) => target.select()}
          className="h-8 min-w-0 flex-1 rounded-2 border border-control bg-sunken px-2.5 font-mono text-xs focus:outline-none max-md:h-11"
        />
        <Button
          look="filled"
          autoFocus
          icon={copied ? <Check size={14} /> : <Copy size={14} strokeWidth={1.75} />}
          onClick={() => void copy()}
        >
          {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
        </Button>
      </div>
      {warned && !copied && (
        <Notice>
          <Trans>Not copied yet. Without a copy you will have to create another key.</Trans>
        </Notice>
      )}
      <Button className="justify-self-end" onClick={onDone}>
        {warned && !copied ? <Trans>Close anyway</Trans> : <Trans>Close</Trans>}
      </Button>
    </div>
  );
}

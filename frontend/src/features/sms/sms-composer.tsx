import { Trans, useLingui } from "@lingui/react/macro";
import { Send } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import type { ChannelComposerProps } from "../../ui/channel-composer.ts";
import { RepairBar } from "./repair-bar.tsx";
import { SegmentMeter } from "./segment-meter.tsx";
import { SmsText } from "./sms-text.tsx";
import { useSMS } from "./use-sms.ts";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Writes an SMS and says what it costs before it leaves. */
export function SMSComposer({
  text,
  onText,
  onSend,
  language,
  action,
  status,
  label,
  textRef,
}: ChannelComposerProps) {
  const { t } = useLingui();
  const { count, repairs, everything } = useSMS(text);
  const empty = text.trim() === "";

  return (
    <>
      <SmsText
        text={text}
        label={label}
        placeholder={t`Write an SMS`}
        language={language}
        onText={onText}
        onSend={onSend}
        textRef={textRef}
      />
      {!empty && (
        <div className="grid gap-2 px-3 pb-2.5">
          <SegmentMeter count={count} />
          {count.forcing.length > 0 && (
            <RepairBar
              forcing={count.forcing}
              repairs={repairs}
              everything={everything}
              onRepair={onText}
            />
          )}
        </div>
      )}
      <div className="flex items-center gap-3 px-3 pb-2.5">
        <div className="min-w-0 flex-1 truncate text-xs text-ink-3">{status}</div>
        {action ?? (
          <Button
            look="filled"
            disabled={empty}
            onClick={onSend}
            icon={<Send size={14} strokeWidth={1.75} className="md:hidden" />}
          >
            <Trans>Send</Trans>
            <kbd aria-hidden="true" className="font-ui text-2xs opacity-75 max-md:hidden">
              {isMac ? "⌘ ↵" : "Ctrl ↵"}
            </kbd>
          </Button>
        )}
      </div>
    </>
  );
}

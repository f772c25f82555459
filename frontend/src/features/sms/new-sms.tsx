import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { explain } from "../../api/explain.ts";
import { sendSms } from "../../api/send-sms.ts";
import { phoneNumber } from "../../i18n/format.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { showToast } from "../../ui/toast.ts";
import { SMSComposer } from "./sms-composer.tsx";
import { useFirstSms } from "./use-first-sms.ts";

interface NewSmsProps {
  practice: Practice;
  onSent: () => void;
}

/** The first word to a practice, outside a conversation. */
export function NewSms({ practice, onSent }: NewSmsProps) {
  const { i18n, t } = useLingui();
  const numbers = practice.contact_points.filter(
    ({ channel, line_type }) => channel === "sms" && line_type !== "landline",
  );
  const { sms, write, forget } = useFirstSms(
    practice.id,
    numbers.map(({ address }) => address),
  );
  const { key, text, to } = sms;
  const field = useRef<HTMLTextAreaElement>(null);
  const { mutate, isPending, error } = useMutation(sendSms);

  const send = () => {
    if (isPending || text.trim() === "") return;
    mutate(
      {
        key,
        sms: {
          practice_id: practice.id,
          content: text.trim(),
          ...(to === null ? {} : { to }),
        },
      },
      {
        onSuccess: () => {
          forget();
          showToast(t`Sent to ${practice.name}`);
          onSent();
        },
      },
    );
  };

  return (
    <div className="grid gap-3">
      {numbers.length > 1 && (
        <SelectField
          label={t`Send to`}
          value={to ?? undefined}
          onChange={({ target }) => write({ to: target.value })}
        >
          {numbers.map(({ id, address }) => (
            <option key={id} value={address}>
              {phoneNumber(address)}
            </option>
          ))}
        </SelectField>
      )}
      <div className="rounded-3 border border-control focus-within:border-accent focus-within:shadow-[0_0_0_3px_var(--accent-soft)]">
        <SMSComposer
          text={text}
          onText={(next) => write({ text: next })}
          onSend={send}
          language={practice.language}
          label={t`Text of the SMS`}
          textRef={field}
          status={isPending && <Trans>Sending</Trans>}
        />
      </div>
      {error && (
        <p role="alert" className="text-danger-text">
          {i18n._(explain(error).words)}
        </p>
      )}
    </div>
  );
}

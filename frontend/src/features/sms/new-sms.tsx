import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { explain } from "../../api/explain.ts";
import { sendSms } from "../../api/send-sms.ts";
import { phoneNumber } from "../../i18n/format.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { showToast } from "../../ui/toast.ts";
import { SMSComposer } from "./sms-composer.tsx";

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
  const [to, setTo] = useState(numbers[0]?.address);
  const [text, setText] = useState("");
  const key = useRef(uuidv7());
  const field = useRef<HTMLTextAreaElement>(null);
  const { mutate, isPending, error } = useMutation(sendSms);

  // Another text or number is another message; the same one tried again is not.
  useEffect(() => {
    key.current = uuidv7();
  }, [text, to]);

  const send = () => {
    if (isPending || text.trim() === "") return;
    mutate(
      {
        key: key.current,
        sms: {
          practice_id: practice.id,
          content: text.trim(),
          ...(to === undefined ? {} : { to }),
        },
      },
      {
        onSuccess: () => {
          showToast(t`Sent to ${practice.name}`);
          onSent();
        },
      },
    );
  };

  return (
    <div className="grid gap-3">
      {numbers.length > 1 && (
        <SelectField label={t`Send to`} value={to} onChange={({ target }) => setTo(target.value)}>
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
          onText={setText}
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

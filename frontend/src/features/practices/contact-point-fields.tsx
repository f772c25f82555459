import { type ContactChannel, contactChannels } from "#contracts/channels.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { problemWords } from "../../api/problem-words.ts";
import { Button } from "../../ui/button.tsx";
import { channelNames } from "../../ui/channel-names.ts";
import { Field } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import type { PointDraft } from "./point-draft.ts";
import { pointProblemWords } from "./point-problem-words.ts";

interface ContactPointFieldsProps {
  point: PointDraft;
  onChange: (change: Partial<PointDraft>) => void;
  autoFocus?: boolean;
  /** What one can do when another practice has the address. */
  conflictActions?: ReactNode;
}

const inputOf = {
  sms: { type: "tel", inputMode: "tel", placeholder: "0470 12 34 56" },
  whatsapp: { type: "tel", inputMode: "tel", placeholder: "0470 12 34 56" },
  phone: { type: "tel", inputMode: "tel", placeholder: "09 123 45 67" },
  email: { type: "email", inputMode: "email", placeholder: "onthaal@praktijk.be" },
} as const satisfies Record<ContactChannel, object>;

/** Channel, address, person; what the Worker refused stands at the address. */
export function ContactPointFields({
  point,
  onChange,
  autoFocus = false,
  conflictActions,
}: ContactPointFieldsProps) {
  const { i18n, t } = useLingui();
  const { channel, address, person, problem, move } = point;
  const conflict = problem?.conflict;
  const words =
    problem && !conflict && (pointProblemWords[problem.code] ?? problemWords[problem.code]);
  // Whatever one changes, the old refusal no longer speaks of it.
  const change = (next: Partial<PointDraft>) => onChange({ problem: null, move: false, ...next });

  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[112px_1fr] gap-3">
        <SelectField
          label={t`Channel`}
          value={channel}
          onChange={({ target }) => {
            const chosen = contactChannels.find((one) => one === target.value);
            if (chosen) change({ channel: chosen });
          }}
        >
          {contactChannels.map((one) => (
            <option key={one} value={one}>
              {i18n._(channelNames[one])}
            </option>
          ))}
        </SelectField>
        <Field
          label={channel === "email" ? t`Address` : t`Number`}
          autoComplete="off"
          autoFocus={autoFocus}
          maxLength={254}
          value={address}
          onChange={({ target }) => change({ address: target.value })}
          error={words ? i18n._(words) : undefined}
          {...inputOf[channel]}
        />
      </div>
      {problem?.code === "not_a_mobile" && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => change({ channel: "phone" })}
        >
          <Trans>Keep it as a phone number, for calls</Trans>
        </Button>
      )}
      <Field
        label={t`Person`}
        hint={t`Optional: who one reaches here`}
        autoComplete="off"
        maxLength={100}
        value={person}
        onChange={({ target }) => onChange({ person: target.value })}
      />
      {conflict && (
        <Notice actions={conflictActions}>
          <p>
            <Trans>
              <b>{conflict.practice.name}</b> already has this address.
            </Trans>
          </p>
          <p className="mt-1 text-ink-2">
            <Trans>
              Taking it over removes it there. What was written stays in the conversation it was in.
            </Trans>
          </p>
        </Notice>
      )}
      {move && !problem && (
        <p className="text-xs text-ink-3">
          <Trans>Is taken over from the other practice when you save.</Trans>
        </p>
      )}
    </div>
  );
}

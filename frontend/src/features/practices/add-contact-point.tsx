import type { ContactChannel } from "#contracts/channels.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { addContactPoint } from "../../api/add-contact-point.ts";
import { Refusal } from "../../api/client.ts";
import { explain } from "../../api/explain.ts";
import { Button } from "../../ui/button.tsx";
import { channelNames } from "../../ui/channel-names.ts";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/select-field.tsx";

const channels = ["sms", "phone", "email"] as const satisfies ContactChannel[];
type Addable = (typeof channels)[number];

const isAddable = (value: string): value is Addable => channels.some((one) => one === value);

/** Adds a number or address; when another practice has it, asks whether it moves. */
export function AddContactPoint({ practiceId }: { practiceId: number }) {
  const { i18n, t } = useLingui();
  const [channel, setChannel] = useState<Addable>("sms");
  const [address, setAddress] = useState("");
  const { mutate, isPending, error, reset } = useMutation(addContactPoint(practiceId));
  const conflict = error instanceof Refusal ? error.problem.conflict : undefined;

  const add = (move: boolean) =>
    mutate({ channel, address: address.trim(), move }, { onSuccess: () => setAddress("") });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add(false);
  };

  return (
    <form onSubmit={submit} className="grid grid-cols-[112px_1fr_auto] items-start gap-2">
      <SelectField
        label={t`Channel`}
        value={channel}
        onChange={({ target }) => isAddable(target.value) && setChannel(target.value)}
      >
        {channels.map((one) => (
          <option key={one} value={one}>
            {i18n._(channelNames[one])}
          </option>
        ))}
      </SelectField>
      <Field
        label={t`Number or address`}
        autoComplete="off"
        required
        value={address}
        onChange={({ target }) => {
          setAddress(target.value);
          reset();
        }}
        error={error && !conflict ? i18n._(explain(error).words) : undefined}
      />
      <Button type="submit" busy={isPending} icon={<Plus size={14} />} className="mt-6">
        <Trans>Add</Trans>
      </Button>
      {conflict && (
        <div role="alert" className="col-span-3 flex flex-wrap items-center gap-3 rounded-2 bg-warn-tint px-3 py-2">
          <p className="flex-1">
            <Trans>
              <b>{conflict.practice.name}</b> already has this address.
            </Trans>
          </p>
          {conflict.options.includes("move") && (
            <Button size="sm" onClick={() => add(true)}>
              <Trans>Move it here</Trans>
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { explain } from "../../api/explain.ts";
import { requestSignInLink } from "../../api/request-sign-in-link.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

const greetings = [
  { until: 12, words: msg`Good morning` },
  { until: 18, words: msg`Good afternoon` },
  { until: 24, words: msg`Good evening` },
];

const greeting = () =>
  greetings.find(({ until }) => new Date().getHours() < until)?.words ?? msg`Welcome`;

export function SignInForm({ to }: { to: string }) {
  const { i18n, t } = useLingui();
  const [email, setEmail] = useState("");
  const request = useMutation(requestSignInLink);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate({ email: email.trim(), to });
  };

  if (request.isSuccess)
    return (
      <div role="status" className="rise">
        <h1 className="display text-2xl">
          <Trans>Check your mail</Trans>
        </h1>
        <p className="mt-2 text-md text-ink-2">
          <Trans>
            If <b>{email}</b> belongs to a colleague here, a sign-in link is on its way.
          </Trans>
        </p>
        <Button className="mt-6" size="lg" onClick={() => request.reset()}>
          <Trans>Another address</Trans>
        </Button>
      </div>
    );

  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="mb-3">
        <h1 className="display text-2xl">{i18n._(greeting())}</h1>
        <p className="mt-1 text-md text-ink-2">
          <Trans>Sign in to open your conversations.</Trans>
        </p>
      </div>
      <Field
        big
        label={t`Email address`}
        type="email"
        name="email"
        autoComplete="email"
        required
        autoFocus
        value={email}
        onChange={({ target }) => setEmail(target.value)}
        error={request.isError ? i18n._(explain(request.error).words) : undefined}
      />
      <Button type="submit" look="filled" size="lg" busy={request.isPending} className="h-11">
        <Trans>Send me a sign-in link</Trans>
      </Button>
      <p className="mt-2 text-xs text-pretty text-ink-3">
        <Trans>The link works for 10 minutes, once. No mail? Look in your spam folder too.</Trans>
      </p>
    </form>
  );
}

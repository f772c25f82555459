import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { meQuery } from "../api/get-me.ts";
import { redeemSignInLink } from "../api/redeem-sign-in-link.ts";
import { safePath } from "../api/safe-path.ts";
import { sessionEnded } from "../api/session-ended.ts";
import { SignInFrame } from "../features/team/sign-in-frame.tsx";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { useTitle } from "../ui/use-title.ts";

/** Redeems by script, so that a mail scanner that only fetches the page does not use the link up. */
export function SignInLinkPage() {
  const { t } = useLingui();
  const { token, to } = useSearch({ from: "/sign-in/link" });
  const client = useQueryClient();
  const navigate = useNavigate();
  const redeem = useMutation({ mutationFn: redeemSignInLink });
  const asked = useRef(false);
  useTitle(t`Sign in`, "Spreekuur");

  useEffect(() => {
    if (token === undefined || asked.current) return;
    asked.current = true;
    redeem.mutate(token, {
      onSuccess: async (me) => {
        sessionEnded.set(false);
        client.setQueryData(meQuery.queryKey, me);
        await navigate({ href: safePath(to, location.origin), replace: true });
      },
    });
  }, [token, to, redeem, client, navigate]);

  const failed = token === undefined || redeem.isError;
  return (
    <SignInFrame corner={<LanguageSwitch />}>
      <h1 className="display text-2xl">
        {failed ? <Trans>This link no longer works</Trans> : <Trans>Signing you in</Trans>}
      </h1>
      {failed ? (
        <div role="alert" className="mt-2 grid gap-4 text-md text-ink-2">
          <p>
            <Trans>A sign-in link works for 10 minutes, once. Ask for a new one.</Trans>
          </p>
          <Link to="/sign-in" className="link w-fit">
            <Trans>New sign-in link</Trans>
          </Link>
        </div>
      ) : (
        <p role="status" className="mt-2 flex items-center gap-2 text-md text-ink-2">
          <Spinner /> <Trans>One moment.</Trans>
        </p>
      )}
    </SignInFrame>
  );
}

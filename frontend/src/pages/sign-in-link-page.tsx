import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { Refusal } from "../api/client.ts";
import { explain } from "../api/explain.ts";
import { meQuery } from "../api/get-me.ts";
import { redeemSignInLink } from "../api/redeem-sign-in-link.ts";
import { safePath } from "../api/safe-path.ts";
import { sessionEnded } from "../api/session-ended.ts";
import { SignInFrame } from "../features/team/sign-in-frame.tsx";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { buttonClasses } from "../ui/button-classes.ts";
import { Button } from "../ui/button.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { useTitle } from "../ui/use-title.ts";

/** Wrong, used or expired: the Worker says the same to all three. */
const usedUp = (error: unknown): boolean =>
  error instanceof Refusal && ["unauthenticated", "invalid"].includes(error.problem.code);

/** Redeems by script, so that a mail scanner that only fetches the page does not use the link up. */
export function SignInLinkPage() {
  const { i18n, t } = useLingui();
  const { token, to } = useSearch({ from: "/sign-in/link" });
  const client = useQueryClient();
  const navigate = useNavigate();
  const asked = useRef(false);
  const [error, setError] = useState<unknown>(null);
  useTitle(t`Sign in`, "Spreekuur");

  const redeem = useCallback(async () => {
    if (token === undefined) return;
    setError(null);
    try {
      const me = await redeemSignInLink(token);
      // What another member saw in this browser is not for this one.
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      sessionEnded.set(false);
      await navigate({ href: safePath(to, location.origin), replace: true });
    } catch (refused) {
      setError(refused);
    }
  }, [token, to, client, navigate]);

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void redeem();
  }, [redeem]);

  const gone = token === undefined || usedUp(error);
  return (
    <SignInFrame corner={<LanguageSwitch />}>
      {gone ? (
        <div role="alert">
          <h1 className="display text-2xl">
            <Trans>This link no longer works</Trans>
          </h1>
          <p className="mt-2 text-md text-pretty text-ink-2">
            <Trans>A sign-in link works for 10 minutes, once. Ask for a new one.</Trans>
          </p>
          <Link
            to="/sign-in"
            search={to === undefined ? {} : { to }}
            className={buttonClasses({ look: "filled", className: "mt-6 h-11! w-full" })}
          >
            <Trans>New sign-in link</Trans>
          </Link>
        </div>
      ) : error !== null ? (
        <div role="alert">
          <h1 className="display text-2xl">
            <Trans>Signing in did not work</Trans>
          </h1>
          <p className="mt-2 text-md text-pretty text-ink-2">{i18n._(explain(error).words)}</p>
          <Button
            look="filled"
            size="lg"
            className="mt-6 h-11 w-full"
            onClick={() => void redeem()}
          >
            <Trans>Try again</Trans>
          </Button>
        </div>
      ) : (
        <div role="status">
          <h1 className="display text-2xl">
            <Trans>Signing you in</Trans>
          </h1>
          <p className="mt-2 flex items-center gap-2 text-md text-ink-2">
            <Spinner /> <Trans>One moment.</Trans>
          </p>
        </div>
      )}
    </SignInFrame>
  );
}

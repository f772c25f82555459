import { useLingui } from "@lingui/react/macro";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** A page that failed leaves the shell standing. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { t } = useLingui();
  return (
    <section
      className="grid flex-1 place-content-center bg-surface"
      aria-label={t`Something went wrong`}
    >
      <h1 className="display text-center text-2xl">{t`This page could not be shown`}</h1>
      <ProblemNotice
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </section>
  );
}

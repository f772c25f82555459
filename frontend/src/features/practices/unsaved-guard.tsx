import { Trans, useLingui } from "@lingui/react/macro";
import { useBlocker } from "@tanstack/react-router";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

/** Nobody leaves what he typed without having said so. */
export function UnsavedGuard({ dirty }: { dirty: boolean }) {
  const { t } = useLingui();
  const blocker = useBlocker({
    // Searching the list beside the form leaves nothing.
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const stay = () => blocker.reset?.();

  return (
    <Dialog open={blocker.status === "blocked"} title={t`Leave without saving?`} onClose={stay}>
      <p className="text-md text-pretty text-ink-2">
        <Trans>What you changed here has not been saved.</Trans>
      </p>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button onClick={() => blocker.proceed?.()}>
          <Trans>Leave without saving</Trans>
        </Button>
        <Button look="filled" data-start onClick={stay}>
          <Trans>Keep editing</Trans>
        </Button>
      </div>
    </Dialog>
  );
}

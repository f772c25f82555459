import { Trans } from "@lingui/react/macro";
import { SquarePen } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "../ui/button.tsx";
import { useReturnFocus } from "../ui/use-return-focus.ts";

const NewMessage = lazy(() => import("./new-message.tsx"));

/** Begins a conversation; its form comes when one asks for it. */
export function NewMessageButton({ onOpen }: { onOpen: (conversationId: string) => void }) {
  const [writing, setWriting] = useState(false);
  const button = useReturnFocus<HTMLButtonElement>(writing);
  return (
    <>
      <Button
        ref={button}
        icon={<SquarePen size={14} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => setWriting(true)}
      >
        <Trans>New</Trans>
      </Button>
      {writing && (
        <Suspense>
          <NewMessage onClose={() => setWriting(false)} onOpen={onOpen} />
        </Suspense>
      )}
    </>
  );
}

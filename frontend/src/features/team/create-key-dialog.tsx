import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { NewApiKey } from "./new-api-key.tsx";
import { ShownKey } from "./shown-key.tsx";

interface CreateKeyDialogProps {
  open: boolean;
  onClose: () => void;
}

/** Makes a key, then shows it once; it does not vanish by a slip of the Escape key. */
export function CreateKeyDialog({ open, onClose }: CreateKeyDialogProps) {
  const { t } = useLingui();
  const [secret, setSecret] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const [warned, setWarned] = useState(false);

  const leave = () => {
    setSecret(null);
    setCopied(false);
    setWarned(false);
    onClose();
  };

  return (
    <Dialog
      open={open}
      title={secret === null ? t`New API key` : t`Your new API key`}
      onClose={() => (secret === null || copied || warned ? leave() : setWarned(true))}
    >
      {secret === null ? (
        <NewApiKey onCreated={setSecret} onCancel={leave} />
      ) : (
        <ShownKey
          secret={secret}
          warned={warned}
          onCopied={() => setCopied(true)}
          onDone={() => (copied || warned ? leave() : setWarned(true))}
        />
      )}
    </Dialog>
  );
}

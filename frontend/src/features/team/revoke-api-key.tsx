import type { ApiKey } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { revokeApiKey } from "../../api/revoke-api-key.ts";
import { Button } from "../../ui/button.tsx";
import { FormProblem } from "../../ui/form-problem.tsx";
import { showToast } from "../../ui/toast.ts";

interface RevokeApiKeyProps {
  apiKey: ApiKey;
  onDone: () => void;
}

export function RevokeApiKey({ apiKey: { id, name }, onDone }: RevokeApiKeyProps) {
  const { t } = useLingui();
  const { mutate, isPending, error } = useMutation(revokeApiKey);
  const revoke = () =>
    mutate(id, {
      onSuccess: () => {
        showToast(t`${name} revoked`);
        onDone();
      },
    });
  return (
    <>
      <p className="text-md text-pretty">
        <Trans>
          Whatever uses <b>{name}</b> loses its access at once. This cannot be undone.
        </Trans>
      </p>
      {error !== null && <FormProblem error={error} />}
      <div className="mt-6 flex justify-end gap-2">
        <Button data-start onClick={onDone}>
          <Trans>Keep</Trans>
        </Button>
        <Button look="danger" busy={isPending} onClick={revoke}>
          <Trans>Revoke</Trans>
        </Button>
      </div>
    </>
  );
}

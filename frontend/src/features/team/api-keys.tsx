import type { ApiKey } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { apiKeysQuery } from "../../api/list-api-keys.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RowSkeletons } from "../../ui/row-skeletons.tsx";
import { ApiKeyRow } from "./api-key-row.tsx";
import { RevokeApiKey } from "./revoke-api-key.tsx";

export function ApiKeys() {
  const { t } = useLingui();
  const query = useInfiniteQuery(apiKeysQuery);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const keys = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const done = () => setRevoking(null);

  if (query.isPending) return <RowSkeletons height_px={60} count={3} />;
  if (query.isError && keys.length === 0)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (keys.length === 0)
    return (
      <EmptyState title={<Trans>No API keys yet</Trans>}>
        <p>
          <Trans>A key lets another program read and send as one of your roles.</Trans>
        </p>
      </EmptyState>
    );
  return (
    <>
      <ul aria-label={t`API keys`} className="divide-y divide-line">
        {keys.map((key) => (
          <ApiKeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
        ))}
      </ul>
      <LoadMore query={query} />
      <Dialog open={revoking !== null} title={t`Revoke this key?`} onClose={done}>
        {revoking && <RevokeApiKey apiKey={revoking} onDone={done} />}
      </Dialog>
    </>
  );
}

import { useInfiniteQuery } from "@tanstack/react-query";
import { apiKeysQuery } from "../../api/list-api-keys.ts";
import { membersQuery } from "../../api/list-members.ts";

/** Who an id in the audit log is; a revoked key has no name any more. */
export function useNames(): (id: string | null) => string | undefined {
  const members = useInfiniteQuery(membersQuery).data?.pages ?? [];
  const keys = useInfiniteQuery(apiKeysQuery).data?.pages ?? [];
  const names = new Map(
    [...members, ...keys].flatMap(({ items }) => items.map(({ id, name }) => [id, name] as const)),
  );
  return (id) => (id === null ? undefined : names.get(id));
}

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { practicesQuery } from "../../api/list-practices.ts";

/** Practices by name, municipality, postcode or number. */
export function usePracticeSearch(text: string) {
  const q = useDeferredValue(text.trim());
  const query = useInfiniteQuery({ ...practicesQuery(q), placeholderData: keepPreviousData });
  return { query, practices: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}

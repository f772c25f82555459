import type { Locale } from "#contracts/team.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeMe } from "../api/change-me.ts";
import { meQuery } from "../api/get-me.ts";
import { activateLocale } from "../i18n/locale.ts";

/** Switches in place, and remembers it with the member. */
export function useChooseLocale(): (locale: Locale) => void {
  const client = useQueryClient();
  const { mutate } = useMutation(changeMe);
  return (locale) => {
    void activateLocale(locale);
    if (client.getQueryData(meQuery.queryKey)) mutate({ locale });
  };
}

import { useLingui } from "@lingui/react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { meQuery } from "../api/get-me.ts";
import { activateLocale } from "../i18n/locale.ts";

/** The language follows the member to a new device. */
export function useMemberLocale(): void {
  const { data } = useSuspenseQuery(meQuery);
  const { i18n } = useLingui();
  const wanted = data.locale;
  useEffect(() => {
    if (wanted !== null && wanted !== i18n.locale) void activateLocale(wanted);
    // Only when the member's own choice changes; switching here changes that choice too.
  }, [wanted]);
}

import { useLingui } from "@lingui/react/macro";
import { localeNames } from "../i18n/locale.ts";
import { classes } from "../ui/classes.ts";
import { useChooseLocale } from "./use-choose-locale.ts";

const order = ["nl", "fr", "en"] as const;

export function LanguageSwitch() {
  const { i18n, t } = useLingui();
  const choose = useChooseLocale();
  return (
    <div
      role="group"
      aria-label={t`Language`}
      className="inline-flex w-fit rounded-2 bg-chip p-0.5"
    >
      {order.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={i18n.locale === locale}
          onClick={() => choose(locale)}
          className={classes(
            "touch h-6 rounded-1 px-2.5 text-2xs font-strong",
            i18n.locale === locale ? "bg-raised text-ink shadow-1" : "text-ink-2 hover:text-ink",
          )}
        >
          {locale.toUpperCase()} <span className="sr-only">{localeNames[locale]}</span>
        </button>
      ))}
    </div>
  );
}

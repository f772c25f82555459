import { useLingui } from "@lingui/react/macro";
import { classes } from "../../ui/classes.ts";
import { useStore } from "../../ui/store.ts";
import { chooseTheme, themeStore } from "../../ui/theme.ts";

export function ThemeChoice() {
  const { t } = useLingui();
  const theme = useStore(themeStore);
  const choices = [
    { theme: "system" as const, label: t`As on this device` },
    { theme: "light" as const, label: t`Light` },
    { theme: "dark" as const, label: t`Dark` },
  ];
  return (
    <div role="group" aria-label={t`Theme`} className="inline-flex w-fit rounded-2 bg-chip p-0.5">
      {choices.map((choice) => (
        <button
          key={choice.theme}
          type="button"
          aria-pressed={choice.theme === theme}
          onClick={() => chooseTheme(choice.theme)}
          className={classes(
            "touch h-7 rounded-1 px-3 text-sm",
            choice.theme === theme
              ? "bg-raised font-medium text-ink shadow-1"
              : "text-ink-2 hover:text-ink",
          )}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}

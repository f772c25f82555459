import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Chip } from "../../ui/chip.tsx";
import { languageNames } from "./language-names.ts";
import { professionNames } from "./profession-names.ts";

export function PracticeFacts({ practice }: { practice: Practice }) {
  const { i18n } = useLingui();
  const { name, profession, postcode, municipality, language, riziv, is_demo } = practice;
  const place = [postcode, municipality].filter(Boolean).join(" ");
  return (
    <div>
      <h2 className="display text-2xl">{name}</h2>
      <p className="mt-1 text-md text-ink-2">
        {[profession && i18n._(professionNames[profession]), place].filter(Boolean).join(" · ")}
      </p>
      <p className="mt-2.5 flex flex-wrap items-center gap-1.5">
        <Chip>{languageNames[language]}</Chip>
        {is_demo && (
          <Chip look="accent">
            <Trans>Demo</Trans>
          </Chip>
        )}
        {riziv !== null && (
          <span className="ml-1 text-xs text-ink-3 tabular-nums">
            <Trans>RIZIV {riziv}</Trans>
          </span>
        )}
      </p>
    </div>
  );
}

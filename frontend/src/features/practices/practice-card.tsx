import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Chip } from "../../ui/chip.tsx";
import { ContactPointRow } from "./contact-point-row.tsx";
import { languageNames } from "./language-names.ts";
import { professionNames } from "./profession-names.ts";

interface PracticeCardProps {
  practice: Practice;
  action?: ReactNode;
}

/** Who they are and how to reach them. */
export function PracticeCard({ practice, action }: PracticeCardProps) {
  const { i18n } = useLingui();
  const { name, profession, municipality, postcode, language, riziv, is_demo, contact_points } =
    practice;
  const place = [postcode, municipality].filter(Boolean).join(" ");
  return (
    <>
      <section className="border-b border-line px-4 pt-4 pb-4">
        <div className="flex items-start justify-between gap-2">
          <h2 className="text-md font-strong text-balance">{name}</h2>
          {action}
        </div>
        <p className="text-ink-2">
          {[profession && i18n._(professionNames[profession]), place].filter(Boolean).join(" · ")}
        </p>
        <p className="mt-2.5 flex flex-wrap gap-1.5">
          <Chip>{languageNames[language]}</Chip>
          {is_demo && (
            <Chip look="accent">
              <Trans>Demo</Trans>
            </Chip>
          )}
        </p>
      </section>
      <section className="border-b border-line px-4 py-4">
        <h3 className="mb-1.5 font-strong text-ink-2">
          <Trans>Reachable by</Trans>
        </h3>
        {contact_points.length === 0 ? (
          <p className="text-ink-3">
            <Trans>No number yet.</Trans>
          </p>
        ) : (
          <ul>
            {contact_points.map((point) => (
              <ContactPointRow key={point.id} point={point} />
            ))}
          </ul>
        )}
      </section>
      {riziv !== null && (
        <section className="border-b border-line px-4 py-4">
          <h3 className="mb-1 font-strong text-ink-2">RIZIV / INAMI</h3>
          <p className="tabular-nums">{riziv}</p>
        </section>
      )}
    </>
  );
}

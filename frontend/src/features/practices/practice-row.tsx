import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { MessagesSquare } from "lucide-react";
import { Chip } from "../../ui/chip.tsx";
import { classes } from "../../ui/classes.ts";
import { languageNames } from "./language-names.ts";
import { PointMarks } from "./point-marks.tsx";
import { practicePlace } from "./practice-place.ts";
import { professionNames } from "./profession-names.ts";

interface PracticeRowProps {
  practice: Practice;
  selected: boolean;
  tabIndex: number;
  onFocus: () => void;
}

/** The name opens the practice from anywhere in the row; the conversation has its own way in. */
export function PracticeRow({ practice, selected, tabIndex, onFocus }: PracticeRowProps) {
  const { i18n, t } = useLingui();
  const { id, name, language, profession, is_demo, conversation_id, contact_points } = practice;
  const place = practicePlace(practice);
  const kind = profession && i18n._(professionNames[profession]);

  return (
    <div
      onFocus={onFocus}
      className={classes(
        "group relative grid h-full grid-cols-[minmax(0,1fr)_auto_32px] items-center gap-x-4 rounded-3 border px-3",
        "@min-[560px]:grid-cols-[minmax(0,1fr)_minmax(0,216px)_32px]",
        "@min-[880px]:grid-cols-[minmax(0,1.5fr)_minmax(0,0.8fr)_minmax(0,0.6fr)_minmax(0,1.2fr)_32px]",
        "max-md:rounded-none max-md:border-x-0 max-md:border-t-0 max-md:border-b-line max-md:px-5",
        selected ? "border-line bg-selected shadow-1" : "border-transparent hover:bg-hover",
      )}
    >
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          <Link
            to="/practices/$id"
            params={{ id }}
            search={(before) => before}
            tabIndex={tabIndex}
            aria-current={selected ? "true" : undefined}
            className="truncate font-medium outline-none after:absolute after:inset-0 after:rounded-3 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
          >
            {name}
          </Link>
          {is_demo && (
            <Chip look="accent">
              <Trans>Demo</Trans>
            </Chip>
          )}
        </span>
        <span className="flex gap-2 text-xs text-ink-3">
          {(place !== "" || kind) && (
            <span className="truncate">
              {place}
              {kind && (
                <span className="@min-[880px]:hidden">{place === "" ? kind : ` · ${kind}`}</span>
              )}
            </span>
          )}
          <span className="uppercase @min-[880px]:hidden" aria-hidden="true">
            {language}
          </span>
        </span>
      </span>
      <span className="hidden truncate text-ink-2 @min-[880px]:block">{kind}</span>
      <span className="hidden text-ink-2 @min-[880px]:block">{languageNames[language]}</span>
      <PointMarks points={contact_points} />
      {conversation_id === null ? (
        <span />
      ) : (
        <Link
          to="/inbox"
          search={{ c: conversation_id }}
          tabIndex={tabIndex}
          aria-label={t`Conversation with ${name}`}
          data-tooltip={t`Open the conversation`}
          className="touch relative z-1 grid size-8 place-items-center rounded-2 text-ink-3 hover:bg-chip hover:text-ink"
        >
          <MessagesSquare size={16} strokeWidth={1.75} aria-hidden="true" />
        </Link>
      )}
    </div>
  );
}

import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Field } from "../../ui/field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { usePracticeSearch } from "./use-practice-search.ts";

interface PickPracticeProps {
  busy: boolean;
  onPick: (practice: Practice) => void;
}

export default function PickPractice({ busy, onPick }: PickPracticeProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const { query, practices } = usePracticeSearch(text);

  return (
    <div className="grid gap-3">
      <Field
        label={t`Search a practice`}
        type="search"
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={t`Name, municipality or number`}
      />
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && practices.length === 0 && (
        <p className="py-4 text-center text-ink-3">
          <Trans>No practice found.</Trans>
        </p>
      )}
      <ul aria-label={t`Practices`} className="-mx-2 grid min-h-52 content-start">
        {practices.slice(0, 20).map((practice) => (
          <li key={practice.id}>
            <button
              type="button"
              disabled={busy}
              onClick={() => onPick(practice)}
              className="grid w-full rounded-2 px-2 py-2 text-left hover:bg-hover"
            >
              <span className="font-medium">{practice.name}</span>
              <span className="text-xs text-ink-3">
                {[practice.postcode, practice.municipality].filter(Boolean).join(" ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

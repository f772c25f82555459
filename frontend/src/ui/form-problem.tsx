import { useLingui } from "@lingui/react/macro";
import { explain } from "../api/explain.ts";
import { Notice } from "./notice.tsx";

/** A refusal that belongs to no field stands under the form. */
export function FormProblem({ error }: { error: unknown }) {
  const { i18n } = useLingui();
  return (
    <div className="mt-4">
      <Notice>{i18n._(explain(error).words)}</Notice>
    </div>
  );
}

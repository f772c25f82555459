import { useMemo } from "react";
import { repairAll, repairs } from "./repair.ts";
import { countSegments } from "./segments.ts";

/** Everything the composer says about a text: its segments, what makes it dear, what that would save. */
export const useSMS = (text: string) =>
  useMemo(
    () => ({ count: countSegments(text), repairs: repairs(text), everything: repairAll(text) }),
    [text],
  );

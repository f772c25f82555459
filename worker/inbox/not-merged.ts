import { Problem } from "../http/problem.ts";

type Found = { id: string; merged_into: string | null };

/** The conversation, if it is one still; says where it went when it was merged. */
export const notMerged = <T extends Found>(row: T | undefined): T => {
  if (!row || row.merged_into === row.id) throw new Problem("conversation_not_found");
  if (row.merged_into !== null)
    throw new Problem("conversation_merged", { merged_into: row.merged_into });
  return row;
};

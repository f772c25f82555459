import type { Mutant } from "../mutants.ts";

const adopt = "worker/practices/adopt.ts";
const erase = "worker/practices/erase.ts";

export const practiceMutants: readonly Mutant[] = [
  {
    defect: "a merge loses unread",
    patches: [
      {
        file: adopt,
        find: "const behindCursor = `(s.first_at, s.first_seq) <= (c.read_up_to_at, c.read_up_to_seq)`",
        replace: "const behindCursor = `0`",
      },
    ],
  },
  {
    defect: "a merge leaves messages behind",
    patches: [{ file: "worker/crons.ts", find: "finishLinks,", replace: "" }],
  },
  {
    defect: "a second merge forgets the first one's unread",
    patches: [
      {
        file: adopt,
        find: "FROM conversation_merges WHERE target_id = c.id AND moved_at IS NULL)",
        replace: "FROM conversation_merges WHERE target_id = c.id AND source_id = s.id)",
      },
    ],
  },
  {
    defect: "what was merged goes on by itself",
    patches: [{ file: adopt, find: "    closeSource(db, adoption),\n", replace: "" }],
  },
  {
    defect: "an erasure keeps texts",
    patches: [
      {
        file: erase,
        find: "UPDATE messages SET content = '', address = ''",
        replace: "UPDATE messages SET address = ''",
      },
    ],
  },
  {
    defect: "an erasure keeps numbers",
    patches: [{ file: erase, find: "    deleteContactPoints(db, erase),\n", replace: "" }],
  },
  {
    defect: "an erasure while something is being sent",
    patches: [
      {
        file: erase,
        find: "AND erased_at IS NULL AND NOT ${sendingToPractice}",
        replace: "AND erased_at IS NULL",
      },
    ],
  },
  {
    defect: "erasing leaves no trace in the audit",
    patches: [
      {
        file: erase,
        find: `auditChange(ctx, "practice.erase", String(practice)),`,
        replace: "deletePeople(db, erase),",
      },
    ],
  },
];

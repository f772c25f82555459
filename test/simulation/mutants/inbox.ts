import type { Mutant } from "../mutants.ts";

const markRead = "worker/inbox/mark-read.ts";
const statements = "worker/inbox/statements.ts";

export const inboxMutants: readonly Mutant[] = [
  {
    defect: "reading swallows what arrived meanwhile",
    patches: [
      { file: markRead, find: "coalesce(:up_to, (", replace: "coalesce(nullif(:up_to, :up_to), (" },
    ],
  },
  {
    defect: "reading sets unread to nothing",
    patches: [
      {
        file: markRead,
        find: "unread_count = (SELECT count(*) FROM messages n",
        replace: "unread_count = 0 * (SELECT count(*) FROM messages n",
      },
    ],
  },
  {
    defect: "reading leaves no trace in the audit",
    patches: [
      {
        file: markRead,
        find: `auditChange(ctx, "conversation.read", id)`,
        replace: "readUnread(db, {})",
      },
    ],
  },
  {
    defect: "the read cursor goes back",
    patches: [
      { file: markRead, find: "AND (m.at, m.seq) > (read_up_to_at, read_up_to_seq)", replace: "" },
    ],
  },
  {
    defect: "reading passes over what a merge still brings",
    patches: [
      {
        file: markRead,
        find: "AND NOT EXISTS (SELECT 1 FROM conversation_merges WHERE target_id = :id AND moved_at IS NULL)",
        replace: "",
      },
    ],
  },
  {
    defect: "the team's count is not kept",
    patches: [
      {
        file: "migrations/0001_search_and_guards.sql",
        find: "SET unread = unread + NEW.unread_count - OLD.unread_count",
        replace: "SET unread = max(unread, unread + NEW.unread_count - OLD.unread_count)",
      },
    ],
  },
  {
    defect: "a new message has no new version",
    patches: [
      {
        file: statements,
        find: "SET version = version + 1, unread_count",
        replace: "SET unread_count",
      },
    ],
  },
  {
    defect: "what comes in is not announced",
    patches: [
      {
        file: "worker/messages/routes.ts",
        find: "    c.var.ctx.after(announce(c.var.ctx, news));\n    return emptyTwiml();",
        replace: "    void news;\n    return emptyTwiml();",
      },
    ],
  },
  {
    defect: "a link is told to the wrong conversation",
    patches: [
      {
        file: "worker/inbox/link.ts",
        find: `conversation_id: source, merged_into: conversation.id, unread_count }`,
        replace: `conversation_id: conversation.id, merged_into: conversation.id, unread_count }`,
      },
    ],
  },
];

import type { Mutant } from "../mutants.ts";

const receive = "worker/messages/receive.ts";
const house = "migrations/0000_house.sql";
const unique = {
  file: house,
  find: "CREATE UNIQUE INDEX `messages_by_provider_id`",
  replace: "CREATE INDEX `messages_by_provider_id`",
};
const conflict = "\n   ON CONFLICT (provider_id) WHERE provider_id IS NOT NULL DO NOTHING";

export const receivingMutants: readonly Mutant[] = [
  { defect: "no dedupe", patches: [unique, { file: receive, find: conflict, replace: "" }] },
  {
    defect: "check-then-set dedupe",
    patches: [
      unique,
      { file: receive, find: conflict, replace: "" },
      {
        file: receive,
        find: "  const at = ctx.now();\n",
        replace: `  const at = ctx.now();
  const seen = await db.prepare("SELECT 1 FROM messages WHERE provider_id = ?").bind(inbound.provider_id).first();
  if (seen) return { messages: [], conversations: [], unread: 0 };
`,
      },
    ],
  },
  {
    defect: "answered before it is stored",
    patches: [
      {
        file: "worker/messages/routes.ts",
        find: "const news = await receive(c.var.ctx, inbound);\n    c.var.ctx.after(announce(c.var.ctx, news));",
        replace:
          "c.var.ctx.after(receive(c.var.ctx, inbound).then((news) => announce(c.var.ctx, news)));",
      },
    ],
  },
  {
    defect: "opt-out outside the batch",
    patches: [
      {
        file: receive,
        find: "      optOutStatement(db, inbound.content, id, at),\n",
        replace: "",
      },
      {
        file: receive,
        find: "  return newsOf(\n    await db.batch([",
        replace:
          "  ctx.after(Promise.resolve().then(() => optOutStatement(db, inbound.content, id, at).run()));\n  return newsOf(\n    await db.batch([",
      },
    ],
  },
  {
    defect: "opt-out in a second round trip",
    patches: [
      {
        file: receive,
        find: "      optOutStatement(db, inbound.content, id, at),\n",
        replace: "",
      },
      {
        file: receive,
        find: "  return newsOf(\n    await db.batch([",
        replace: "  const stored = (\n    await db.batch([",
      },
      {
        file: receive,
        find: "      ...newsStatements(db, [id]),\n    ]),\n  );",
        replace:
          "      ...newsStatements(db, [id]),\n    ])\n  );\n  await optOutStatement(db, inbound.content, id, at).run();\n  return newsOf(stored);",
      },
    ],
  },
  {
    defect: "unread counted twice",
    patches: [
      {
        file: receive,
        find: "touchConversation(db, { message: id, unread: 1 })",
        replace: `touchConversation(db, { message: (await db.prepare("SELECT id FROM messages WHERE provider_id = ?").bind(inbound.provider_id).first<string>("id")) ?? id, unread: 1 })`,
      },
    ],
  },
  {
    defect: "a slow webhook lands behind the read cursor",
    patches: [{ file: receive, find: "max(:at, c.last_message_at)", replace: ":at" }],
  },
  {
    defect: "the signature is not checked",
    patches: [
      { file: "worker/channels/webhooks.ts", find: "if (!ours ||", replace: "if (!ours && " },
    ],
  },
  {
    defect: "a word of ours weakens the carrier's block",
    patches: [
      {
        file: "worker/practices/suppression.ts",
        find: "source = CASE WHEN source = 'carrier' AND lifted_at IS NULL THEN source ELSE excluded.source END",
        replace: "source = excluded.source",
      },
    ],
  },
  {
    defect: "whoever writes may be texted again",
    patches: [
      {
        file: "worker/practices/suppression.ts",
        find: "`UPDATE suppressions SET wrote_again_at = :at",
        replace: "`UPDATE suppressions SET wrote_again_at = :at, lifted_at = :at",
      },
    ],
  },
];

import type { Mutant } from "../mutants.ts";

const track = "worker/messages/track.ts";
const record = "worker/messages/record.ts";

export const statusMutants: readonly Mutant[] = [
  {
    defect: "last write wins",
    patches: [
      {
        file: track,
        find: "AND status IN (SELECT value FROM json_each(:from))",
        replace: "AND :from IS NOT NULL",
      },
    ],
  },
  {
    defect: "our own note overwrites a faster callback",
    patches: [
      {
        file: record,
        find: "status = CASE WHEN m.status = 'sending' OR (m.status = 'unknown' AND o.value ->> 'status' = 'sent')\n       THEN o.value ->> 'status' ELSE m.status END",
        replace: "status = o.value ->> 'status'",
      },
    ],
  },
  {
    defect: "a status of another SID counts",
    patches: [
      {
        file: track,
        find: "WHERE ${mayProgress} AND provider_id = :provider_id",
        replace: "WHERE ${mayProgress} AND :provider_id IS NOT NULL",
      },
    ],
  },
  {
    defect: "what is unknown stays unknown",
    patches: [
      {
        file: "worker/messages/status.ts",
        find: `delivered: ["queued", "sending", "unknown", "sent"]`,
        replace: `delivered: ["queued", "sending", "sent"]`,
      },
    ],
  },
  {
    defect: "a callback that could not be stored is acknowledged",
    patches: [
      {
        file: "worker/messages/routes.ts",
        find: "report && (await track(ctx, report))",
        replace: "report && (await track(ctx, report).catch(() => null))",
      },
    ],
  },
  {
    defect: "an undelivered text counts as sent",
    patches: [
      {
        file: "worker/channels/twilio/statuses.ts",
        find: `["undelivered", "failed"]`,
        replace: `["undelivered", "sent"]`,
      },
    ],
  },
  {
    defect: "the carrier's refusal is forgotten",
    patches: [
      { file: record, find: `row.reason === "opted_out"`, replace: `row.reason === "landline"` },
    ],
  },
];

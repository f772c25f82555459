/** The floors of the house, lowest first: a file imports from its own floor or from one below. */
export const floors = [
  ["worker/contracts"],
  ["worker/db"],
  ["worker/context"],
  ["worker/http"],
  ["worker/team"],
  ["worker/jobs"],
  ["worker/practices"],
  ["worker/audiences"],
  ["worker/channels"],
  ["worker/templates"],
  ["worker/links"],
  ["worker/live"],
  ["worker/inbox"],
  ["worker/messages"],
  ["worker/bulk"],
  ["worker/campaigns"],
  ["worker/analytics"],
  ["durable-objects"],
  [
    "worker/app.ts",
    "worker/queues.ts",
    "worker/crons.ts",
    "worker/reactions.ts",
    "worker/index.ts",
  ],
] as const;

/** Which floor a file stands on; -1 outside the house. */
export const floorOf = (path: string): number =>
  floors.findIndex((rooms) => rooms.some((room) => path === room || path.startsWith(`${room}/`)));

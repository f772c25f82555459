/** What keeps the system from running, in one sentence for whoever started it. */
export class StopHere extends Error {}

const theirs = ["spreekuur.draft.", "spreekuur.outbox"];

/** Drafts and unsent replies go with the session; theme and language stay with the device. */
export function forgetMember(): void {
  for (const key of Object.keys(localStorage)) {
    if (theirs.some((start) => key.startsWith(start))) localStorage.removeItem(key);
  }
}

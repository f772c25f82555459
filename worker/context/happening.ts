/** What a domain tells the ones above it, which it cannot import. */
export type Happening =
  | { kind: "practice_changed"; practice_id: number }
  | { kind: "practice_erased"; conversation_id: string };

/** True when a unique index refused the write; `of` names the table and column as D1 reports them. */
export const isUniqueViolation = (error: unknown, of?: string): boolean => {
  const message = deepestMessage(error);
  return message.includes("UNIQUE constraint failed") && (of === undefined || message.includes(of));
};

/** drizzle wraps the database's error, and its own message carries bound values. */
export const deepestMessage = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : deepestMessage(error.cause);
};

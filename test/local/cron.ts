const fits = (field: string, value: number): boolean =>
  field.split(",").some((part) => {
    const [range = "", step] = part.split("/");
    const [from = "", to = from] = range.split("-");
    const inRange = range === "*" || (value >= Number(from) && value <= Number(to));
    const start = range === "*" ? 0 : Number(from);
    return inRange && (step === undefined || (value - start) % Number(step) === 0);
  });

/** Whether a cron expression, which is in UTC, is due in the minute of a moment. */
export const isDue = (expression: string, moment: Date): boolean => {
  const [minute = "*", hour = "*", day = "*", month = "*", weekday = "*"] = expression.split(" ");
  return (
    fits(minute, moment.getUTCMinutes()) &&
    fits(hour, moment.getUTCHours()) &&
    fits(day, moment.getUTCDate()) &&
    fits(month, moment.getUTCMonth() + 1) &&
    // Cloudflare counts Sunday as 1.
    fits(weekday, moment.getUTCDay() + 1)
  );
};

const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;

/** "25m" and "1h 5m" ago, or "3d 09:30": three working days ago at that time in Brussels. */
export const momentOf = (when: string, now: number): number => {
  const [, days, hour, minute] = /^(\d+)d (\d\d):(\d\d)$/.exec(when) ?? [];
  if (days === undefined) return now - minutesAgo(when) * minute_ms;
  const offset = brusselsOffset_ms(now);
  const today = Math.floor((now + offset) / day_ms) * day_ms;
  const midnight = workingDaysBefore(today, Number(days));
  return midnight + (Number(hour) * 60 + Number(minute)) * minute_ms - offset;
};

const minutesAgo = (when: string) => {
  const [, hours = "0", minutes = "0"] = /^(?:(\d+)h)? ?(?:(\d+)m)?$/.exec(when) ?? [];
  return Number(hours) * 60 + Number(minutes);
};

const workingDaysBefore = (day: number, count: number): number => {
  let found = day;
  for (let left = count; left > 0;) {
    found -= day_ms;
    if (![0, 6].includes(new Date(found).getUTCDay())) left -= 1;
  }
  return found;
};

/** As it is at `moment`; an hour more or less in older messages does not matter. */
const brusselsOffset_ms = (moment: number): number => {
  const name = new Intl.DateTimeFormat("en", {
    timeZone: "Europe/Brussels",
    timeZoneName: "longOffset",
  })
    .formatToParts(moment)
    .find(({ type }) => type === "timeZoneName");
  const [, hours = "0"] = /GMT\+(\d+)/.exec(name?.value ?? "") ?? [];
  return Number(hours) * 60 * minute_ms;
};

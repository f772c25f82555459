export type Trouble = "4xx" | "5xx" | "ct" | "rt";

type ConnectionOverrides = {
  /** As sent and signed: the fragment itself never travels. */
  url: string;
  retries: number;
  retry_on: ReadonlySet<Trouble>;
  total_ms: number;
};

const longest_total_ms = 15_000;
const every: readonly Trouble[] = ["4xx", "5xx", "ct", "rt"];

/** Reads `#rc=5&rp=all&tt=15000` behind a webhook URL; without it Twilio retries once, and only a failed connect. */
export function connectionOverrides(given: string): ConnectionOverrides {
  const [url = "", fragment = ""] = given.split("#", 2);
  const wishes = new URLSearchParams(fragment);
  return {
    url,
    retries: within(wishes.get("rc"), 0, 5, 1),
    retry_on: policy(wishes.get("rp") ?? "ct"),
    total_ms: within(wishes.get("tt"), 100, longest_total_ms, longest_total_ms),
  };
}

function policy(given: string): Set<Trouble> {
  const names = given.split(",");
  return new Set(names.includes("all") ? every : every.filter((name) => names.includes(name)));
}

function within(given: string | null, least: number, most: number, usual: number): number {
  const number = given === null ? Number.NaN : Number(given);
  return Number.isInteger(number) && number >= least && number <= most ? number : usual;
}

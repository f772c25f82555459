import { isDue } from "./cron.ts";

const minute_ms = 60_000;

/** Wrangler never fires crons by itself: at each full minute this calls those that are due. */
export const fireCrons = (workerUrl: string, crons: readonly string[]): { stop: () => void } => {
  let timer: NodeJS.Timeout;
  const waitForNextMinute = () => {
    timer = setTimeout(fire, minute_ms - (Date.now() % minute_ms));
  };
  const fire = () => {
    const now = new Date();
    for (const cron of crons.filter((expression) => isDue(expression, now))) {
      const url = `${workerUrl}/cdn-cgi/local/scheduled?cron=${encodeURIComponent(cron)}`;
      // A tick that is lost is made up for by the next one.
      fetch(url).catch(() => {});
    }
    waitForNextMinute();
  };
  waitForNextMinute();
  return { stop: () => clearTimeout(timer) };
};

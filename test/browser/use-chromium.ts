import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { openChromium } from "./chromium.ts";

/** One browser for a file of tests; what a test opened in it is closed after it, unless `kept`. */
export const useChromium = ({ kept = false } = {}): (() => Browser) => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterEach(async () => {
    if (!kept) await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error("The browser is not open yet.");
    return browser;
  };
};

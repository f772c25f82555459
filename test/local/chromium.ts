import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { StopHere } from "./stop-here.ts";
import { run, tool } from "./step.ts";

const debians = "/usr/bin/chromium";

/** The browser of the tests: Debian's where there is one, else Playwright's own download. */
export const chromiumPath = (): string =>
  existsSync(debians) ? debians : chromium.executablePath();

/** Installs a browser where there is none. */
export const installChromium = async (): Promise<void> => {
  if (existsSync(chromiumPath())) return;
  console.log("Installing Chromium …");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const aptGet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"] as const;
    await run([...aptGet, "update"], "pipe");
    await run([...aptGet, "install", "--yes", "--no-install-recommends", "chromium"], "pipe");
  } else {
    await run(tool("playwright-core", "install", "chromium"), "pipe");
  }
  if (existsSync(chromiumPath())) return;
  throw new StopHere(
    "The browser tests need Chromium, and it could not be installed: install Debian's package `chromium` and run again.",
  );
};

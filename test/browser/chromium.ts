import { type Browser, chromium } from "playwright-core";
import { chromiumPath } from "../local/chromium.ts";

const flags = [
  "--no-sandbox",
  "--headless",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: flags });

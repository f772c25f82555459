import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchForTests } from "../local/launch-for-tests.ts";
import type { RunningSystem } from "../local/launch.ts";
import { openChromium } from "./chromium.ts";
import { redeem } from "./sign-in-by-mail.ts";

const folder = join(import.meta.dirname, "screenshots");
const widths = { 1440: 900, 1024: 768, 390: 844 } as const;
const schemes = ["light", "dark"] as const;

type Width = keyof typeof widths;
type Visit = (page: Page, width: Width) => Promise<unknown>;

const openRow = async (page: Page, name: string) => {
  await page.goto("/inbox");
  await page.locator("[data-conversation]").filter({ hasText: name }).click();
  await page.locator("[data-message]").first().waitFor();
  await page.mouse.move(0, 0);
};

/** By name what the demo data holds: an uncertain message, a failed one, a French one. */
const pages: Record<string, Visit> = {
  inbox: async (page, width) => {
    if (width >= 768) return openRow(page, "Huisartsen Noordkouter");
    await page.goto("/inbox");
    return page.locator("[data-conversation]").first().waitFor();
  },
  thread: (page) => openRow(page, "Kiné Ter Veldstraal"),
  practices: async (page) => {
    await page.goto("/practices");
    return page.getByRole("row").or(page.getByRole("listitem")).nth(2).waitFor();
  },
  settings: (page) => page.goto("/settings/team"),
  "sign-in": (page) => page.goto("/sign-in"),
};

const phones =
  (simulator: string): Visit =>
  async (page) => {
    await page.goto(`${simulator}/?lang=nl`);
    await page.locator("#phones .row").first().waitFor({ state: "attached" });
  };

const takeAll = async (browser: Browser, system: RunningSystem) => {
  const { urls } = system;
  const session = await redeem(urls, await system.signInLink());
  const take = async (name: string, visit: Visit, width: Width, scheme: "light" | "dark") => {
    const context = await browser.newContext({
      baseURL: urls.app,
      viewport: { width, height: widths[width] },
      colorScheme: scheme,
      locale: "nl-BE",
      timezoneId: "Europe/Brussels",
      reducedMotion: "reduce",
      ...(width < 768 ? { hasTouch: true, isMobile: true } : {}),
    });
    if (name !== "sign-in") await context.addCookies([{ ...session, url: urls.app }]);
    const page = await context.newPage();
    await visit(page, width);
    if (name !== "phones") await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`) });
    await context.close();
  };
  const every = { ...pages, phones: phones(urls.simulator) };
  for (const [name, visit] of Object.entries(every))
    for (const width of [1440, 1024, 390] as const)
      for (const scheme of schemes) await take(name, visit, width, scheme);

  const cookie = `${session.name}=${session.value}`;
  await fetch(`${urls.app}/api/me`, {
    method: "PATCH",
    headers: { "content-type": "application/json", origin: urls.app, cookie },
    body: JSON.stringify({ locale: "fr" }),
  });
  await take("inbox-fr", (page) => openRow(page, "Cabinet Val-Mirelle"), 1440, "light");
};

mkdirSync(folder, { recursive: true });
const system = await launchForTests();
const browser = await openChromium();
try {
  await takeAll(browser, system);
  // The one that the README shows.
  copyFileSync(join(folder, "inbox-1440-light.png"), join(folder, "inbox.png"));
} finally {
  await browser.close();
  await system.stop();
}

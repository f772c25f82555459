import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { type Colleague, system } from "./provided.ts";

export const screens = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

/** A browser of someone who has not signed in. */
export const aVisitor = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
    viewport: screens.desktop,
    reducedMotion: "reduce",
    baseURL: system().urls.app,
    ...options,
  });
  context.setDefaultTimeout(20_000);
  return context;
};

/** A colleague's browser, signed in. */
export const aColleague = async (
  browser: Browser,
  who: Colleague = "lotte",
  options: BrowserContextOptions = {},
): Promise<BrowserContext> => {
  const { urls, sessions } = system();
  const context = await aVisitor(browser, options);
  await context.addCookies([{ ...sessions[who], url: urls.app, httpOnly: true, sameSite: "Lax" }]);
  return context;
};

/** The same, with a page open on an address of the app. */
export const aPage = async (
  browser: Browser,
  path: string,
  who: Colleague = "lotte",
  options: BrowserContextOptions = {},
): Promise<Page> => {
  const page = await (await aColleague(browser, who, options)).newPage();
  await page.goto(path);
  return page;
};

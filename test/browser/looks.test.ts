import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { aNumber, aPractice, type OwnPractice, sendSms } from "./api.ts";
import { useChromium } from "./use-chromium.ts";
import { aColleague, aPage, aVisitor, screens } from "./colleague.ts";
import { openInbox } from "./inbox-screen.ts";
import { phoneAt } from "./phone.ts";
import { downloads } from "./downloads.ts";
import { tooSmall } from "./touch-targets.ts";

const browser = useChromium();

let practice: OwnPractice;
let paths: string[];
beforeAll(async () => {
  practice = await aPractice();
  const { conversation_id } = await sendSms(
    practice.id,
    "Dag, de uitleg staat op https://spreekuur.example/eenheelergenheellangadreszonderstreepje",
  );
  await phoneAt(practice.number).text("Fijn, tot zaterdag.");
  paths = [
    "/inbox",
    `/inbox?c=${conversation_id}`,
    "/practices",
    `/practices/${practice.id}`,
    "/practices/new",
    "/settings",
    "/settings/team",
    "/settings/keys",
    "/settings/audit",
  ];
});

/** Goes there and waits until nothing is loading any more. */
const settle = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.getByRole("heading").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
};

const schemes = ["light", "dark"] as const;
const languages = { lotte: "nl", claire: "fr", emma: "en" } as const;
const rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

const violationsOf = async (page: Page, where: string): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${where}: ${id} at ${target.join(" ")}`),
  );
};

/** As the page stands, on a desk and in a hand, by day and by night. */
const everyLook = async (page: Page, where: string): Promise<string[]> => {
  const found: string[] = [];
  for (const viewport of [screens.desktop, screens.phone]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await violationsOf(page, `${where} ${viewport.width} ${colorScheme}`)));
    }
  }
  return found;
};

describe.each(["lotte", "claire", "emma"] as const)("for %s", (who) => {
  test("axe finds nothing on any page, light and dark, on a desk and on a phone", async () => {
    const page = await aPage(browser(), "/inbox", who);
    const found: string[] = [];
    for (const path of paths) {
      await page.setViewportSize(screens.desktop);
      await settle(page, path);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(languages[who]);
      found.push(...(await everyLook(page, path)));
    }
    const visitor = await aVisitor(browser(), { locale: `${languages[who]}-BE` });
    const door = await visitor.newPage();
    await settle(door, "/sign-in");
    expect(await door.evaluate(() => document.documentElement.lang)).toBe(languages[who]);
    found.push(...(await everyLook(door, "/sign-in")));
    expect(found).toEqual([]);
  });
});

test("no page scrolls sideways, from 320 to 1440 pixels, in the longest language", async () => {
  const page = await aPage(browser(), "/inbox", "claire");
  const wide: string[] = [];
  for (const path of paths) {
    await settle(page, path);
    for (const width of [320, 390, 768, 1024, 1280, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate(() => {
        const boxes = [document.documentElement, ...document.querySelectorAll("[role=log]")];
        return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth));
      });
      if (over > 0) wide.push(`${path} at ${width}: ${over} px`);
    }
  }
  expect(wide).toEqual([]);
});

test("whatever can be pressed is at least 24 pixels, and 44 where a thumb works", async () => {
  const page = await aPage(browser(), "/inbox", "lotte", { hasTouch: true, isMobile: true });
  const small: string[] = [];
  for (const path of paths) {
    await page.setViewportSize(screens.desktop);
    await settle(page, path);
    small.push(...(await tooSmall(page, { least_px: 24, where: `${path} 1440` })));
    await page.setViewportSize(screens.phone);
    small.push(...(await tooSmall(page, { least_px: 24, where: `${path} 390` })));
    small.push(...(await tooSmall(page, { least_px: 44, where: `${path} 390`, mainOnly: true })));
  }
  expect(small).toEqual([]);
});

test("of 200 conversations at most 60 rows are in the page, wherever one scrolls", async () => {
  const numbers = Array.from({ length: 200 }, () => aNumber());
  for (let from = 0; from < numbers.length; from += 8)
    await Promise.all(
      numbers.slice(from, from + 8).map((number) => phoneAt(number).text("Een van velen")),
    );
  const page = await aPage(browser(), "/inbox");
  const inbox = await openInbox(page);
  const positions = () =>
    inbox.list.getByRole("listitem").evaluateAll((rows) => ({
      count: rows.length,
      last: Math.max(...rows.map((row) => Number(row.getAttribute("aria-posinset")))),
    }));
  let seen = 0;
  await expect
    .poll(
      async () => {
        await inbox.list.locator("..").evaluate((box) => box.scrollBy({ top: 4_000 }));
        const { count, last } = await positions();
        expect(count).toBeLessThanOrEqual(60);
        seen = Math.max(seen, last);
        return seen;
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThanOrEqual(200);
});

test("the inbox does not jump while it loads", async () => {
  for (const viewport of [screens.desktop, screens.phone]) {
    const page = await aPage(browser(), "/sign-in", "lotte", { viewport });
    await page.addInitScript(() => {
      Object.assign(window, { shifts: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ("value" in entry && "hadRecentInput" in entry && !entry.hadRecentInput)
            Object.assign(window, {
              shifts: Number(Reflect.get(window, "shifts")) + Number(entry.value),
            });
      }).observe({ type: "layout-shift", buffered: true });
    });
    await settle(page, paths[1] ?? "");
    const shift = await page.evaluate(() => Number(Reflect.get(window, "shifts")));
    console.log(`layout shift at ${viewport.width}: ${shift.toFixed(4)}`);
    expect(shift).toBeLessThanOrEqual(0.05);
  }
});

test("the inbox stays within its budget of scripts, style and fonts", async () => {
  const page = await (await aColleague(browser())).newPage();
  const loaded = downloads(page);
  await settle(page, "/inbox");
  const { js, css, fonts } = await loaded();
  console.log(
    `inbox: ${(js / 1024).toFixed(1)} KB js, ${(css / 1024).toFixed(1)} KB css, ${fonts.join(", ")}`,
  );
  expect(js).toBeLessThanOrEqual(165 * 1024);
  expect(css).toBeLessThanOrEqual(14 * 1024);
  // Text in Hanken, titles in Bricolage; other alphabets and the monospace only where they are needed.
  const expected = /^(hanken-grotesk|bricolage-grotesque)-latin-wght/;
  expect(fonts.filter((name) => !expected.test(name))).toEqual([]);
});

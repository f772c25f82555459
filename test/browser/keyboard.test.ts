import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useChromium } from "./use-chromium.ts";
import { aPage } from "./colleague.ts";
import { inboxScreen } from "./inbox-screen.ts";
import { whoWrote } from "./who-wrote.ts";

const browser = useChromium();

const atTheInbox = async () => {
  const page = await aPage(browser(), "/inbox");
  const inbox = inboxScreen(page);
  await inbox.rows.first().waitFor();
  return { page, press: (key: string) => page.keyboard.press(key), ...inbox };
};

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return (
      activeElement?.getAttribute("data-conversation") ?? activeElement?.getAttribute("aria-label")
    );
  });

test("find, open, read, reply and go on to the next, without a mouse", async () => {
  const next = await whoWrote("Ik ben de volgende");
  const wanted = await whoWrote("Ik word gezocht");
  const { page, press, row, bubble, field, note, thread } = await atTheInbox();
  await row(wanted.name).waitFor();
  await press("s");
  await page.keyboard.type(wanted.name);
  await expect
    .poll(() => page.getByRole("list", { name: "Gesprekken" }).getByRole("button").count())
    .toBe(1);
  await press("Escape");
  await row(next.name).waitFor();

  await press("j");
  await page.getByRole("log", { name: `Gesprek met ${wanted.name}` }).waitFor();
  await bubble("Ik word gezocht").waitFor();
  await row(wanted.name).getByText("1 ongelezen").waitFor({ state: "detached" });
  await press("r");
  await expect.poll(() => focused(page)).toBe("Antwoord per sms");
  await page.keyboard.type("Gevonden, zonder muis");
  await press("Control+Enter");
  await bubble("Gevonden, zonder muis").waitFor();
  await note("Afgeleverd").waitFor();
  expect(await field.inputValue()).toBe("");

  await press("Escape");
  await expect.poll(() => focused(page)).toBe(`Gesprek met ${wanted.name}`);
  await press("j");
  await page.getByRole("log", { name: `Gesprek met ${next.name}` }).waitFor();
  await bubble("Ik ben de volgende").waitFor();
  expect(await thread.count()).toBe(1);
});

test("a shortcut goes by the letter on the key, and is silent while one types or composes", async () => {
  const practice = await whoWrote("Toetsen");
  const { page, press, row, field, thread } = await atTheInbox();
  await row(practice.name).waitFor();
  // The key where QWERTY has a semicolon types j on this layout.
  const asTyped = (init: { key: string; code: string; isComposing?: boolean; ctrlKey?: boolean }) =>
    page.evaluate(
      (event) =>
        document.body.dispatchEvent(
          new KeyboardEvent("keydown", { ...event, bubbles: true, cancelable: true }),
        ),
      init,
    );
  await asTyped({ key: "m", code: "KeyJ" });
  await asTyped({ key: "j", code: "KeyJ", isComposing: true });
  await asTyped({ key: "j", code: "KeyJ", ctrlKey: true });
  expect(await thread.count()).toBe(0);
  await asTyped({ key: "j", code: "Semicolon" });
  await page.getByRole("log", { name: `Gesprek met ${practice.name}` }).waitFor();

  await field.waitFor();
  await press("r");
  await page.keyboard.type("jkris?");
  expect(await field.inputValue()).toBe("jkris?");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await thread.getAttribute("aria-label")).toBe(`Gesprek met ${practice.name}`);
});

test("focus comes back to the row after Esc, and to the opener after a dialog", async () => {
  const practice = await whoWrote("Waar was ik?");
  const { page, press, row, thread, dialog, list } = await atTheInbox();
  await row(practice.name).waitFor();
  await press("j");
  await thread.waitFor();
  const id = await list.locator("[aria-current]").getAttribute("data-conversation");
  await press("Escape");
  await thread.waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toBe(id);

  await press("?");
  await dialog.getByRole("heading", { name: "Sneltoetsen" }).waitFor();
  await press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toBe(id);

  await press("ArrowDown");
  await expect.poll(() => focused(page)).not.toBe(id);
  await press("Enter");
  await thread.waitFor();
});

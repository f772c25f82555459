import type { Page } from "playwright-core";
import { system } from "./provided.ts";

/** The simulator's own page: the phones and the mailbox at the other end. */
export const openSimulator = async (page: Page) => {
  await page.goto(`${system().urls.simulator}/?lang=nl`);
  const field = page.getByRole("textbox", { name: "Typ als praktijk" });
  return {
    field,
    thread: page.getByRole("log", { name: "Gesprek" }),
    /** Takes up the phone that has this name. */
    pickUp: async (name: string): Promise<void> => {
      await page.locator("#phones").getByRole("button", { name }).click();
      await field.waitFor();
    },
    text: async (body: string): Promise<void> => {
      await field.fill(body);
      await field.press("Enter");
    },
    openMailbox: () => page.getByRole("button", { name: "Postvak" }).click(),
    mailTo: (email: string) =>
      page
        .getByRole("article")
        .filter({ hasText: `Aan ${email}` })
        .first(),
  };
};

import type { Locator, Page } from "playwright-core";

/** What a Dutch-speaking colleague sees of the inbox, by the words on the screen. */
export const inboxScreen = (page: Page) => {
  const list = page.getByRole("list", { name: "Gesprekken" });
  const thread = page.getByRole("log");
  const composer = page.getByRole("region", { name: "Antwoord" });
  const bubble = (text: string): Locator =>
    thread.locator("[data-message]").getByText(text, { exact: true });
  return {
    list,
    thread,
    composer,
    bubble,
    rows: list.getByRole("button"),
    row: (name: string): Locator => list.getByRole("button", { name }),
    field: page.getByRole("textbox", { name: "Antwoord per sms" }),
    send: composer.getByRole("button", { name: "Verstuur", exact: true }),
    search: page.getByRole("searchbox", { name: "Zoek in gesprekken" }),
    context: page.getByRole("complementary", { name: "Praktijk" }),
    dialog: page.getByRole("dialog"),
    offline: page.getByText("Geen verbinding."),
    /** The note under the newest group of ours. */
    note: (word: string): Locator =>
      thread.getByRole("button", { name: new RegExp(`^Details van het bericht:.*${word}`) }).last(),
    /** Picks the conversation and looks at its thread: under a pointer the list would stand still. */
    open: async (name: string): Promise<void> => {
      await list.getByRole("button", { name }).click();
      await thread.hover();
      await page.getByRole("log", { name: `Gesprek met ${name}` }).waitFor();
    },
  };
};

/** Opens the inbox and waits for the list. */
export const openInbox = async (page: Page, path = "/inbox") => {
  await page.goto(path);
  const inbox = inboxScreen(page);
  await inbox.rows.first().waitFor();
  return inbox;
};

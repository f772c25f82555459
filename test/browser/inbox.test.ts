import { expect, test } from "vitest";
import { aName, aNumber, aPractice, readConversation, readPractice } from "./api.ts";
import { useChromium } from "./use-chromium.ts";
import { aPage, screens } from "./colleague.ts";
import { inboxScreen, openInbox } from "./inbox-screen.ts";
import { phoneAt } from "./phone.ts";
import { whoWrote } from "./who-wrote.ts";

const browser = useChromium();

const openInboxPage = async (path = "/inbox", options = {}) => {
  const page = await aPage(browser(), path, "lotte", options);
  return { page, ...inboxScreen(page) };
};

/** +32478123456 as the screen writes it. */
const readable = (number: string): string =>
  number.replace(/^\+32(\d{3})(\d{2})(\d{2})(\d{2})$/, "+32 $1 $2 $3 $4");

test("an unknown sender is linked to a practice with one click, and the conversation goes on there", async () => {
  const practice = await aPractice();
  const stranger = phoneAt(aNumber());
  const inbox = await openInboxPage();
  await inbox.rows.first().waitFor();
  await stranger.text("Dit is het nummer van onze kinesist");
  await inbox.row(readable(stranger.number)).click();
  await inbox.context.getByRole("button", { name: "Koppel aan praktijk" }).click();
  await inbox.dialog.getByRole("searchbox").fill(practice.name);
  await inbox.dialog.getByRole("list").getByRole("button", { name: practice.name }).click();

  await inbox.dialog.waitFor({ state: "hidden" });
  await inbox.context.getByRole("heading", { name: practice.name }).waitFor();
  await inbox.bubble("Dit is het nummer van onze kinesist").waitFor();
  const { contact_points } = await readPractice(practice.id);
  expect(contact_points.map(({ address }) => address)).toContain(stranger.number);
});

test("an unknown sender becomes a new practice without leaving the conversation", async () => {
  const stranger = phoneAt(aNumber());
  const name = aName();
  const inbox = await openInboxPage();
  await inbox.rows.first().waitFor();
  await stranger.text("Wij zijn net geopend");
  await inbox.row(readable(stranger.number)).click();
  await inbox.context.getByRole("button", { name: "Nieuwe praktijk" }).click();
  await inbox.dialog.getByRole("textbox", { name: "Naam" }).fill(name);
  await inbox.dialog.getByRole("button", { name: "Voeg praktijk toe" }).click();

  await inbox.dialog.waitFor({ state: "hidden" });
  await inbox.row(name).waitFor();
  await inbox.bubble("Wij zijn net geopend").waitFor();
});

test("a failed message says why in words, and arrives when sent again once the phone is back", async () => {
  const practice = await whoWrote("Bent u er?");
  const phone = phoneAt(practice.number);
  await phone.behave("unreachable");
  const inbox = await openInboxPage(`/inbox?c=${practice.conversation}`);
  await inbox.field.fill("Ja, zeg maar");
  await inbox.send.click();
  await inbox.thread
    .getByText("Het toestel was onbereikbaar. Probeer het later opnieuw.")
    .waitFor();
  await inbox.row(practice.name).getByText("Niet afgeleverd").waitFor();
  expect(await phone.received()).toEqual([]);

  await phone.behave();
  await inbox.thread.getByRole("button", { name: "Opnieuw", exact: true }).click();
  await inbox.note("Afgeleverd").waitFor();
  await inbox.thread.getByText("Hieronder opnieuw verstuurd.").waitFor();
  expect(await phone.received()).toEqual(["Ja, zeg maar"]);
});

test("an unknown outcome is called uncertain, and warns before it is sent again", async () => {
  const practice = await whoWrote("Komt dit aan?");
  const phone = phoneAt(practice.number);
  // The provider breaks off and never took it, so that looking there settles nothing.
  await phone.behave("error_before_creating");
  const inbox = await openInboxPage(`/inbox?c=${practice.conversation}`);
  await inbox.field.fill("Misschien wel");
  await inbox.send.click();
  await inbox.thread.getByText("Onzeker.").waitFor();
  await phone.behave();
  const again = inbox.thread.getByRole("button", { name: "Opnieuw", exact: true });
  await again.click();
  await inbox.dialog.getByText("krijgt de praktijk dezelfde tekst twee keer").waitFor();
  await inbox.dialog.getByRole("button", { name: "Wacht nog" }).click();
  await inbox.dialog.waitFor({ state: "hidden" });
  expect((await readConversation(practice.conversation)).messages).toHaveLength(2);

  await again.click();
  await inbox.dialog.getByRole("button", { name: "Verstuur opnieuw" }).click();
  await inbox.note("Afgeleverd").waitFor();
  expect((await readConversation(practice.conversation)).messages).toHaveLength(3);
});

test("a draft survives a reload, and stays with its own conversation", async () => {
  const [one, other] = [await whoWrote("Een"), await whoWrote("Ander")];
  const inbox = await openInboxPage(`/inbox?c=${one.conversation}`);
  await inbox.field.fill("Halve zin voor de een");
  await inbox.composer.getByText("Bewaard").waitFor();
  await inbox.open(other.name);
  expect(await inbox.field.inputValue()).toBe("");
  await inbox.row(one.name).getByText("Concept").waitFor();
  await inbox.open(one.name);
  expect(await inbox.field.inputValue()).toBe("Halve zin voor de een");
  await inbox.page.reload();
  await inbox.field.waitFor();
  expect(await inbox.field.inputValue()).toBe("Halve zin voor de een");
});

test("the language switches in place, in two steps from an open draft, which stays", async () => {
  const practice = await whoWrote("In welke taal?");
  const page = await aPage(browser(), `/inbox?c=${practice.conversation}`, "bram");
  const inbox = inboxScreen(page);
  await inbox.field.fill("Nog niet klaar");
  await inbox.composer.getByText("Bewaard").waitFor();
  await page
    .getByRole("navigation", { name: "Hoofdmenu" })
    .getByRole("link", { name: "Instellingen" })
    .click();
  await page.evaluate(() => (document.body.dataset["kept"] = "yes"));
  await page
    .getByRole("button", { name: "Français" })
    .or(page.getByLabel("Français"))
    .first()
    .click();
  await page.getByRole("heading", { name: "Paramètres", level: 1 }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("fr");
  expect(new URL(page.url()).pathname).toBe("/settings");
  await page.goBack();
  const field = page.getByRole("textbox", { name: "Répondre par SMS" });
  await field.waitFor();
  expect(await field.inputValue()).toBe("Nog niet klaar");
  expect(await page.evaluate(() => document.body.dataset["kept"])).toBe("yes");
  await page.getByRole("navigation").getByRole("link", { name: "Paramètres" }).click();
  await page
    .getByRole("button", { name: "Nederlands" })
    .or(page.getByLabel("Nederlands"))
    .first()
    .click();
  await page.getByRole("heading", { name: "Instellingen", level: 1 }).waitFor();
});

test("a deep link opens the conversation, and Back leads to the list at the same place and focus", async () => {
  const practice = await whoWrote("Diep");
  const direct = await openInboxPage(`/inbox?c=${practice.conversation}`);
  await direct.bubble("Diep").waitFor();
  await direct.page.context().close();

  const inbox = await openInboxPage("/inbox", { viewport: screens.phone, hasTouch: true });
  await inbox.rows.first().waitFor();
  const scroller = inbox.list.locator("..");
  await scroller.evaluate((box) => box.scrollTo({ top: 500 }));
  const row = inbox.rows.nth(8);
  const id = await row.getAttribute("data-conversation");
  const name = (await row.locator("span.truncate").first().textContent()) ?? "";
  const place = await scroller.evaluate(({ scrollTop }) => scrollTop);
  await row.click();
  await inbox.page.getByRole("log", { name: `Gesprek met ${name}` }).waitFor();
  await inbox.page.goBack();
  await inbox.thread.waitFor({ state: "hidden" });
  expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(place);
  await expect
    .poll(() =>
      inbox.page.evaluate(() => document.activeElement?.getAttribute("data-conversation")),
    )
    .toBe(id);
});

test("nothing moves under the pointer: what is new waits behind a pill", async () => {
  const [first, second] = [await whoWrote("Onderste"), await whoWrote("Bovenste")];
  const inbox = await openInboxPage();
  await inbox.row(second.name).hover();
  const order = () =>
    inbox.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-conversation")));
  const before = await order();
  await phoneAt(first.number).text("Toch weer boven");
  const pill = inbox.page.getByRole("button", { name: "1 nieuw gesprek" });
  await pill.waitFor();
  await inbox.row(first.name).getByText("Toch weer boven").waitFor();
  expect(await order()).toEqual(before);
  await pill.click();
  await expect.poll(async () => (await order())[0]).toBe(first.conversation);
});

test("what a practice texts is text: nothing of it runs, in thread, list or title", async () => {
  const evil = `<img src=x onerror="document.body.dataset.pwned='yes'">`;
  const practice = await aPractice({ name: `${aName()} ${evil}` });
  await phoneAt(practice.number).text(evil);
  const inbox = await openInboxPage();
  await inbox.row(practice.name).getByText(evil).last().waitFor();
  await inbox.row(practice.name).click();
  await inbox.bubble(evil).waitFor();
  await expect.poll(() => inbox.page.title()).toContain(practice.name);
  expect(await inbox.page.locator("img[src=x]").count()).toBe(0);
  expect(await inbox.page.evaluate(() => document.body.dataset["pwned"])).toBeUndefined();
});

test("to a practice that said stop, the composer says why it may not be written to", async () => {
  const practice = await whoWrote("STOP");
  const inbox = await openInboxPage(`/inbox?c=${practice.conversation}`);
  await inbox.composer.getByText("Uitgeschreven voor sms.").waitFor();
});

test("the meter names the character that makes a text dearer, and repairs it", async () => {
  const practice = await whoWrote("Zeg het kort");
  const inbox = await openInboxPage(`/inbox?c=${practice.conversation}`);
  const meter = inbox.composer.getByRole("group", { name: "Lengte van de sms" });
  await inbox.field.fill(`Ja, ik ben geïnteresseerd. ${"Tot dan. ".repeat(12)}`);
  await meter
    .getByText("2 segmenten, door 1 teken")
    .or(meter.getByText("3 segmenten"))
    .first()
    .waitFor();
  await inbox.composer.getByRole("button", { name: "Vervang ï door i" }).click();
  await meter.getByText("1 segment", { exact: true }).waitFor();
  expect(await inbox.field.inputValue()).toContain("geinteresseerd");
});

test("without a network a banner says so within three seconds, and goes when it is back", async () => {
  const inbox = await openInboxPage();
  await inbox.rows.first().waitFor();
  await inbox.page.context().setOffline(true);
  await inbox.offline.waitFor({ timeout: 3_000 });
  await inbox.page.context().setOffline(false);
  await inbox.offline.waitFor({ state: "hidden" });
});

test("read is what stood on a visible screen, not what was merely opened", async () => {
  const practice = await whoWrote("Wie leest dit?");
  const page = await aPage(browser(), "/sign-in");
  // A tab in the background: Chromium tells a page so only when it is.
  await page.addInitScript(() => {
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      get: () => sessionStorage.getItem("seen") ?? "hidden",
    });
  });
  const inbox = await openInbox(page, `/inbox?c=${practice.conversation}`);
  await inbox.bubble("Wie leest dit?").waitFor();
  const read = page.waitForRequest((request) => request.url().includes("/mark-read/"));
  const tooSoon = await Promise.race([
    read.then(() => "read"),
    page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500, "unread"))),
  ]);
  expect(tooSoon).toBe("unread");
  await page.evaluate(() => {
    sessionStorage.setItem("seen", "visible");
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await read;
  await inbox.row(practice.name).getByText("1 ongelezen").waitFor({ state: "detached" });
});

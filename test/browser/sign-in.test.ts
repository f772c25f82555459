import { expect, test } from "vitest";
import { aPractice, sendSms } from "./api.ts";
import { useChromium } from "./use-chromium.ts";
import { aPage, aVisitor } from "./colleague.ts";
import { openInbox } from "./inbox-screen.ts";
import { colleagues, system } from "./provided.ts";
import { mailedLink, redeem } from "./sign-in-by-mail.ts";
import { openSimulator } from "./simulator-screen.ts";
import { watch } from "./troubles.ts";

const browser = useChromium();

const linkFor = (email: string, callbackURL = "/"): Promise<string> =>
  mailedLink(system().urls, email, callbackURL);

test("one signs in through the mail and comes where one was going; the same link a second time is refused in words", async () => {
  const { urls } = system();
  const { email } = colleagues.bram;
  const context = await aVisitor(browser());
  const page = await context.newPage();
  await page.goto("/practices?q=Gent");
  await page.getByRole("textbox", { name: "E-mailadres" }).fill(email);
  await page.getByRole("button", { name: "Stuur mij een aanmeldlink" }).click();
  await page.getByRole("heading", { name: "Kijk in uw mailbox" }).waitFor();

  const mailbox = await openSimulator(await context.newPage());
  await mailbox.openMailbox();
  const link = mailbox.mailTo(email).getByRole("link", { name: "Open de link" });
  const [signedIn] = await Promise.all([context.waitForEvent("page"), link.click()]);
  await signedIn.getByRole("heading", { name: "Praktijken", level: 1 }).waitFor();
  expect(signedIn.url()).toBe(`${urls.app}/practices?q=Gent`);

  const again = await (await aVisitor(browser())).newPage();
  await again.goto((await link.getAttribute("href")) ?? "");
  await again.getByRole("alert").getByText("Deze link werkt niet meer").waitFor();
  await again.getByText("Een aanmeldlink werkt 10 minuten, één keer.").waitFor();
});

test("a link never leads to another origin, whatever it was asked to return to", async () => {
  const { urls } = system();
  for (const evil of [
    "//evil.example",
    "https://evil.example/",
    "/.//evil.example",
    "/\\evil.example",
  ]) {
    const link = new URL(await linkFor(colleagues.bram.email, evil));
    expect(link.origin, evil).toBe(urls.app);
    link.searchParams.set("to", evil);
    const context = await aVisitor(browser());
    const page = await context.newPage();
    await page.goto(link.href);
    await page.getByRole("heading", { name: "Inbox" }).waitFor();
    expect(new URL(page.url()).origin, evil).toBe(urls.app);
    await context.close();
  }
});

test("signing out ends the other tab too: its socket, and what it may read", async () => {
  const { urls } = system();
  const session = await redeem(urls, await linkFor(colleagues.bram.email));
  const context = await aVisitor(browser());
  await context.addCookies([{ ...session, url: urls.app }]);
  const [leaving, other] = [await context.newPage(), await context.newPage()];
  const socket = other.waitForEvent("websocket", (one) => one.url().endsWith("/api/live/inbox"));
  await openInbox(other);
  const closed = (await socket).waitForEvent("close");
  await openInbox(leaving);
  await leaving.getByRole("button", { name: `Account van ${colleagues.bram.name}` }).click();
  await leaving.getByRole("menuitem", { name: "Afmelden" }).click();
  await leaving.getByRole("textbox", { name: "E-mailadres" }).waitFor();

  await closed;
  await other.getByRole("textbox", { name: "E-mailadres" }).waitFor();
  const stolen = { headers: { cookie: `${session.name}=${session.value}` } };
  expect((await fetch(`${urls.app}/api/inbox/conversations`, stolen)).status).toBe(401);
});

test("the session cookie is out of reach of scripts and of other sites", async () => {
  const { urls } = system();
  const answer = await fetch(`${urls.app}/api/auth/magic-link/verify`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: urls.app },
    body: JSON.stringify({
      token: new URL(await linkFor(colleagues.bram.email)).searchParams.get("token"),
    }),
  });
  const [cookie = ""] = answer.headers.getSetCookie();
  const [, ...attributes] = cookie.split("; ");
  expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/"]));
  expect(attributes.filter((attribute) => attribute.startsWith("Domain"))).toEqual([]);
});

test("app and API answer with a strict content security policy", async () => {
  const { urls } = system();
  const policyOf = async (path: string) => {
    const { headers } = await fetch(`${urls.app}${path}`);
    return headers.get("content-security-policy") ?? "";
  };
  for (const path of ["/", "/inbox", "/sign-in", "/api/health", "/api/inbox/unread"]) {
    const policy = await policyOf(path);
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
  }
});

test("no page logs an error or asks anything of another origin", async () => {
  const practice = await aPractice();
  const { conversation_id } = await sendSms(practice.id, "Welkom");
  const page = await aPage(browser(), "/inbox");
  const seen = watch(page.context());
  const pages = [
    ["/inbox", "Inbox"],
    [`/inbox?c=${conversation_id}`, practice.name],
    ["/practices", "Praktijken"],
    [`/practices/${practice.id}`, practice.name],
    ["/practices/new", "Nieuwe praktijk"],
    ["/settings", "Instellingen"],
    ["/settings/team", "Team"],
    ["/settings/keys", "API-sleutels"],
    ["/settings/audit", "Logboek"],
    ["/nowhere", "Deze pagina bestaat niet"],
  ] as const;
  for (const [path, heading] of pages) {
    await page.goto(path);
    await page.getByRole("heading", { name: heading }).first().waitFor();
  }
  expect(seen).toEqual({ errors: [], strangers: [] });

  const visitor = await aVisitor(browser());
  const atTheDoor = watch(visitor);
  const door = await visitor.newPage();
  for (const path of ["/sign-in", "/sign-in/link"]) {
    await door.goto(path);
    await door.getByRole("heading", { level: 1 }).waitFor();
  }
  expect(atTheDoor).toEqual({ errors: [], strangers: [] });
});

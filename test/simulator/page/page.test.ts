import { expect, test } from "vitest";
import { pageRoutes } from "./routes.ts";
import { preferred } from "./words.ts";

const app = pageRoutes({ app_url: "http://localhost:8788" });

test("the page speaks the reader's language and remembers another choice", async () => {
  const french = await app.request("/", { headers: { "accept-language": "fr-BE,fr;q=0.9" } });
  expect(await french.text()).toContain('<html lang="fr">');
  const chosen = await app.request("/?lang=en", { headers: { "accept-language": "fr-BE" } });
  const cookie = chosen.headers.get("set-cookie")?.split(";")[0] ?? "";
  const later = await app.request("/", { headers: { "accept-language": "fr-BE", cookie } });
  expect(await later.text()).toContain('<html lang="en">');
});

test.each([
  ["nl-BE,nl;q=0.9,en;q=0.8", "nl"],
  ["de-DE,en;q=0.7", "en"],
  ["ja", "nl"],
  [undefined, "nl"],
])("a browser that asks for %s gets %s", (header, language) => {
  expect(preferred(header)).toBe(language);
});

test("the page runs its own scripts and nothing else", async () => {
  const page = await app.request("/");
  expect(page.headers.get("content-security-policy")).toMatch(
    /default-src 'none'; script-src 'self';/,
  );
  expect(await page.text()).not.toMatch(/\son\w+=|style="/);
});

test("everything the page names is there, and nothing outside its list is", async () => {
  const wanted = ["/"];
  for (const path of wanted) {
    const answer = await app.request(path);
    expect(answer.status, path).toBe(200);
    if (path.endsWith(".woff2")) continue;
    const named = (await answer.text()).matchAll(/\/page\/[\w.-]+|(?<=from ")\.\/[\w-]+\.js/g);
    for (const [name] of named) {
      const absolute = name.replace(/^\.\//, "/page/");
      if (!wanted.includes(absolute)) wanted.push(absolute);
    }
  }
  expect(wanted.length).toBeGreaterThan(20);
  for (const name of ["/page/routes.ts", "/page/..%2Fmain.ts", "/page/constructor"])
    expect((await app.request(name)).status, name).toBe(404);
});

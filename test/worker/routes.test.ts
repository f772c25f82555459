import { env } from "cloudflare:workers";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { conversation } from "#contracts/inbox.ts";
import { message } from "#contracts/messages.ts";
import { problem } from "#contracts/problem.ts";
import { may, permissions, type Role, roles } from "#contracts/team.ts";
import { createApp } from "../../worker/app.ts";
import { type Access, accessOf } from "../../worker/http/access.ts";
import { aPractice } from "../builders/a-practice.ts";
import { aProduct, aRequest, type Call, type Product, type Who } from "../builders/a-product.ts";
import { aMobile, aWebhook, inboundForm } from "../builders/a-webhook.ts";
import { anEmptyHouse } from "../builders/an-empty-house.ts";
import { read, refusal } from "../builders/read.ts";
import { census, count, rows, run } from "../builders/rows.ts";

beforeEach(anEmptyHouse);

type Route = { method: string; path: string; access: Access | undefined };

/** Every route of the app with the declaration its handlers carry. */
const routesOf = (product: Product): Route[] => {
  const { routes } = createApp({ system: product.system, identify: async () => null });
  const found = new Map<string, Route>();
  for (const { method, path, handler } of routes) {
    const isMiddleware = method === "ALL";
    if (isMiddleware) continue;
    const key = `${method} ${path}`;
    const access = found.get(key)?.access ?? accessOf(handler);
    found.set(key, { method, path, access });
  }
  return [...found.values()];
};

const uuid = "01b91fa6-c280-7bad-bf53-35ebe9f3129b";
const samples: Record<string, string> = {
  ":contact_point_id": `cp_${uuid}`,
  ":practice_id": "999999",
};
const sampleIds: Record<string, string> = {
  "/api/practices/:id": "999999",
  "/api/inbox/": `conv_${uuid}`,
  "/api/live/": `conv_${uuid}`,
  "/api/messages/": `msg_${uuid}`,
};

/** A path that names nothing there is: who gets past the door hears 404 or 422 and changes nothing. */
const pathOf = ({ path }: Route): string => {
  const [, id = "nobody"] =
    Object.entries(sampleIds).find(([start]) => path.startsWith(start)) ?? [];
  return path.replaceAll(/:\w+/g, (name) => samples[name] ?? id);
};

const isWrite = ({ method }: Route) => method !== "GET";

const ask = (product: Product, route: Route, as: Who, more: Partial<Call> = {}) =>
  product.call(pathOf(route), {
    as,
    method: route.method,
    ...(isWrite(route) ? { body: { nobody_offers: "this" } } : {}),
    ...more,
  });

const everyMember = () =>
  run(
    `INSERT INTO members (id, name, email, role, created_at, updated_at)
     SELECT 'member_' || value, value, value || '@spreekuur.example', value, 1, 1 FROM json_each(?)`,
    JSON.stringify(roles),
  );

const codeOf = async (answer: Response) => {
  const body: unknown = await answer.json().catch(() => null);
  return problem.safeParse(body).data?.code ?? null;
};

const people: { who: Who; role: Role | null }[] = [
  { who: null, role: null },
  ...roles.map((role) => ({ who: role, role })),
  ...roles.map((role) => ({ who: `key:${role}` as const, role })),
];

describe("a route", () => {
  test("declares who may call it", () => {
    const product = aProduct();
    const routes = routesOf(product);
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
    const open = routes.filter(({ access }) => access?.kind === "public").map(({ path }) => path);
    expect(open.toSorted()).toEqual([
      "/api/auth/magic-link/verify",
      "/api/auth/sign-in/magic-link",
      "/api/auth/sign-out",
      "/api/docs",
      "/api/docs.css",
      "/api/health",
      "/api/openapi.json",
    ]);
    const signed = routes.filter(({ access }) => access?.kind === "signature");
    expect(signed.map(({ path }) => path)).toEqual(["/api/sms/webhook", "/api/sms/status"]);
    const named = routes.flatMap(({ access }) =>
      access?.kind === "permission" ? [access.permission] : [],
    );
    expect(new Set(named)).toEqual(new Set(Object.keys(permissions)));
  });

  test("opens to whom its declaration says, member or key, and to nobody else (Z01, Z04)", async () => {
    const product = aProduct();
    await everyMember();
    const before = await census();
    let cells = 0;
    for (const route of routesOf(product)) {
      const { access } = route;
      for (const { who, role } of people) {
        product.database.trips.length = 0;
        const answer = await ask(product, route, who);
        const code = await codeOf(answer);
        const cell = `${route.method} ${route.path} as ${who ?? "nobody"}`;
        cells += 1;
        if (access?.kind === "public") {
          const asked = who?.startsWith("key:") && isWrite(route) ? "wrong_origin" : null;
          const nobody = ["/api/auth/magic-link/verify", "/api/auth/sign-in/magic-link"];
          if (asked) expect(code, cell).toBe(asked);
          else if (nobody.includes(route.path)) expect(code, cell).toBe("invalid");
          else expect(answer.status, cell).toBe(200);
        } else if (access?.kind === "signature") {
          expect([answer.status, code], cell).toEqual([403, "bad_signature"]);
          expect(product.database.trips, cell).toEqual([]);
        } else if (role === null) {
          expect([answer.status, code], cell).toEqual([401, "unauthenticated"]);
          expect(product.database.trips, cell).toEqual([]);
        } else if (access?.kind === "permission" && !may(role, access.permission)) {
          expect([answer.status, code], cell).toEqual([403, "forbidden"]);
          expect(product.database.trips, cell).toEqual([]);
        } else if (route.path.startsWith("/api/live/")) {
          expect(["wrong_origin", "invalid"], cell).toContain(code);
        } else {
          expect([401, 403], cell).not.toContain(answer.status);
          expect(answer.status, cell).toBeLessThan(500);
        }
      }
    }
    expect(cells).toBeGreaterThan(250);
    expect(await census()).toEqual(before);
  });

  test("that writes takes a member's word only from our own page; a key needs no page (C01)", async () => {
    const product = aProduct();
    const before = await census();
    for (const route of routesOf(product).filter(isWrite)) {
      if (route.access?.kind === "signature") continue;
      for (const origin of [
        null,
        "null",
        "https://evil.example",
        `${env.APP_URL}.evil.example`,
        `${env.APP_URL}/`,
        env.PUBLIC_URL,
      ]) {
        product.database.trips.length = 0;
        const headers = origin === null ? {} : { Origin: origin };
        const answer = await ask(product, route, "admin", { origin: null, headers });
        expect(await refusal(answer), `${route.path} ${origin}`).toEqual([403, "wrong_origin"]);
        expect(product.database.trips).toEqual([]);
      }
      const site = await ask(product, route, "admin", {
        headers: { "Sec-Fetch-Site": "cross-site" },
      });
      expect(await refusal(site)).toEqual([403, "wrong_origin"]);
      if (route.access?.kind === "permission")
        expect(await codeOf(await ask(product, route, "key:admin"))).not.toBe("wrong_origin");
    }
    expect(await census()).toEqual(before);
  });

  test("that writes does nothing for another method, however it is asked (Z12)", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "Dag");
    const before = await census();
    const routes = routesOf(product);
    for (const route of routes.filter(isWrite)) {
      const hasGet = routes.some(({ method, path }) => method === "GET" && path === route.path);
      for (const method of ["HEAD", "OPTIONS", "PROPFIND"]) {
        const path = pathOf(route).replace("999999", String(one.id));
        const answer = await product.call(path, { as: "admin", method });
        if (method === "HEAD" && hasGet) continue;
        expect([404, 405], `${method} ${path}`).toContain(answer.status);
      }
    }
    const path = `/api/practices/${one.id}`;
    for (const headers of [
      { "X-HTTP-Method-Override": "DELETE" },
      { "X-Method-Override": "DELETE" },
      { "X-HTTP-Method": "DELETE" },
    ]) {
      for (const method of ["POST", "GET"]) {
        const body = method === "POST" ? { body: { _method: "DELETE" } } : {};
        await product.call(`${path}?_method=DELETE`, { as: "admin", method, headers, ...body });
      }
    }
    expect(await census()).toEqual(before);
    expect((await product.call(path)).status).toBe(200);
  });

  test("is not reached past its door by a trick in the path (Z11)", async () => {
    const product = aProduct();
    await aPractice(product);
    for (const path of [
      "/api//practices",
      "//api/practices",
      "/api/practices/",
      "/api/./practices",
      "/api/%70ractices",
      "/api/practices;x=1",
      "/API/PRACTICES",
      "/api/practices%2f",
      "/api/practices%00",
      "/api/practices.json",
      "/api/practices.",
      "/api\\practices",
      "/api/health/../practices",
      "/api/health/%2e%2e/practices",
      "/api/health/..%2fpractices",
      "/api/docs/..;/practices",
      "/api/openapi.json/../team/keys",
      "/api/sms/webhook/../../team/keys",
      "/api/sms/webhook/%2e%2e/%2e%2e/team/keys",
      "/api/team/keys?/api/health",
      "/api/team/keys#/api/health",
    ]) {
      const request = new Request(`${env.APP_URL}${path}`);
      const answer = await product.ask(request);
      expect([401, 404], path).toContain(answer.status);
    }
    for (const path of ["/api/team/keys", "/api/team/keys/", "/api/practices/../team/keys"]) {
      const answer = await product.call(path, { as: "viewer" });
      expect([403, 404], path).toContain(answer.status);
    }
  });
});

describe("every answer", () => {
  const wanted: [string, string | RegExp][] = [
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    ["referrer-policy", "no-referrer"],
    ["cross-origin-resource-policy", "same-origin"],
    ["strict-transport-security", /^max-age=63072000; includeSubDomains$/],
    ["content-security-policy", /default-src 'none'.*frame-ancestors 'none'.*base-uri 'none'/],
    ["cache-control", "no-store"],
  ];
  const expectHeaders = (answer: Response, what: string) => {
    for (const [name, value] of wanted) {
      const given = answer.headers.get(name);
      if (typeof value === "string") expect(given, `${what}: ${name}`).toBe(value);
      else expect(given, `${what}: ${name}`).toMatch(value);
    }
    expect(answer.headers.get("x-powered-by")).toBeNull();
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  };

  test("carries the security headers, also refusals, crashes and webhooks", async () => {
    const product = aProduct();
    const broken = aProduct();
    broken.database.before = async () => {
      throw new Error("D1_ERROR: canary +32470000001");
    };
    const bare = aProduct({ PEPPER: "" });
    const form = inboundForm({ from: aMobile(), body: "Dag" });
    const upgrade = { Upgrade: "websocket" };
    const big = new Request(`${env.PUBLIC_URL}/api/sms/webhook`, {
      method: "POST",
      body: "a".repeat(70_000),
    });
    const answers: [number, Response][] = [
      [200, await product.call("/api/practices")],
      [200, await product.call("/api/health", { as: null })],
      [200, await product.call("/api/openapi.json", { as: null })],
      [201, await product.call("/api/practices", { body: { name: "De Linde" } })],
      [400, await product.call("/api/practices", { body: "{", method: "POST" })],
      [401, await product.call("/api/practices", { as: null })],
      [403, await product.call("/api/team/keys")],
      [404, await product.call("/nowhere")],
      [404, await product.call("/api/practices/999999")],
      [422, await product.call("/api/practices/x")],
      [413, await product.ask(big)],
      [403, await product.hook({ path: "/api/sms/webhook", form, signature: "x" })],
      [200, await product.hook({ path: "/api/sms/webhook", form })],
      [401, await product.call("/api/live/inbox", { as: null, headers: upgrade })],
      [403, await product.call("/api/live/inbox", { headers: upgrade })],
      [422, await product.call("/api/live/conversation/x", { headers: upgrade })],
      [500, await broken.call("/api/practices")],
      [503, await bare.call("/api/practices")],
      [503, await bare.call("/api/health", { as: null })],
    ];
    for (const [status, answer] of answers) {
      const body = await answer.clone().text();
      expect(answer.status, body).toBe(status);
      expectHeaders(answer, `${status} ${body.slice(0, 80)}`);
    }
    const docs = await product.call("/api/docs", { as: null });
    expect(docs.headers.get("content-security-policy")).toMatch(
      /default-src 'none'.*style-src 'self'/,
    );
    expect(docs.headers.get("content-security-policy")).not.toContain("script-src");
    expect(await docs.text()).not.toContain("<script");
  });

  test("to what we did not foresee is a bare 500 with a number to ask about, and says nothing else", async () => {
    const product = aProduct();
    product.database.before = async () => {
      throw new Error("D1_ERROR: canary +32470000001 near SELECT");
    };
    const answer = await product.call("/api/practices");
    const text = await answer.clone().text();
    expect(await refusal(answer)).toEqual([500, "internal"]);
    expect(text).not.toContain("canary");
    expect(text).not.toContain("SELECT");
    const { request_id } = problem.parse(JSON.parse(text));
    expect(product.logs.at(-1)).toMatchObject({ event: "request_failed", request_id });
  });

  test("to a body that is no JSON, or none at all, is a refusal, never a crash (Q02, N01)", async () => {
    const product = aProduct();
    const before = await census();
    const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    for (const route of routesOf(product).filter(isWrite)) {
      if (route.access?.kind === "signature" || route.method === "DELETE") continue;
      if (route.path === "/api/auth/sign-out") continue;
      for (const body of [
        "",
        "{",
        "null",
        "[]",
        '"text"',
        "1e999",
        deep,
        '{"__proto__":{"polluted":true}}',
        '{"constructor":{"prototype":{"polluted":true}}}',
        '{"name":{"$gt":""},"email":["a"],"token":{"$ne":null},"content":null}',
      ]) {
        const answer = await ask(product, route, "admin", { body });
        const cell = `${route.method} ${route.path} ${body.slice(0, 40)}`;
        const none = route.path.includes("mark-read") || route.path.endsWith("/retry");
        const allowed = [400, 404, 422, ...(route.path === "/api/me" ? [200] : [])];
        expect(none || allowed.includes(answer.status), `${cell}: ${answer.status}`).toBe(true);
        expect(answer.status, cell).toBeLessThan(500);
      }
    }
    expect("polluted" in {}).toBe(false);
    const { audit_log: _, ...after } = await census();
    const { audit_log: __, ...expected } = before;
    expect(after).toEqual(expected);
  });
});

describe("a Worker that is not configured", () => {
  const wrong: [string, string, RegExp][] = [
    [
      "TWILIO_ACCOUNT_SID",
      "",
      /^TWILIO_ACCOUNT_SID is not usable: must be AC and 32 hex digits\.$/,
    ],
    ["TWILIO_ACCOUNT_SID", "ACxyz", /TWILIO_ACCOUNT_SID/],
    ["TWILIO_AUTH_TOKEN", "short", /TWILIO_AUTH_TOKEN/],
    ["TWILIO_PHONE_NUMBER", "0470123456", /must be E\.164/],
    ["PEPPER", "", /PEPPER/],
    ["AUTH_SECRET", "x", /AUTH_SECRET/],
    ["PUBLIC_URL", "ftp://x", /PUBLIC_URL/],
    ["APP_URL", "not a url", /APP_URL/],
    ["ADMIN_EMAIL", "nobody", /ADMIN_EMAIL/],
  ];
  test.each(wrong)(
    "says one clear sentence about %s = %j, and no secret",
    async (name, value, says) => {
      const product = aProduct({ [name]: value });
      const answer = await product.call("/api/health", { as: null });
      const schema = z.strictObject({
        status: z.literal("not_configured"),
        problems: z.array(z.string()),
      });
      const { problems } = await read(answer, schema, 503);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(says);
      for (const secret of [env.TWILIO_AUTH_TOKEN, env.PEPPER, env.AUTH_SECRET])
        expect(problems.join()).not.toContain(secret);
      for (const path of ["/api/practices", "/api/docs", "/nowhere"])
        expect(await refusal(await product.call(path))).toEqual([503, "not_configured"]);
      expect(product.database.trips).toEqual([]);
    },
  );

  test("names each variable that is missing, in one go", async () => {
    const { TWILIO_AUTH_TOKEN: _, PUBLIC_URL: __, ...rest } = env;
    const product = aProduct();
    for (const name of Object.keys(product.env))
      if (!(name in rest)) Reflect.deleteProperty(product.env, name);
    const answer = await product.call("/api/health", { as: null });
    expect(await answer.json()).toEqual({
      status: "not_configured",
      problems: ["TWILIO_AUTH_TOKEN is not set.", "PUBLIC_URL is not set."],
    });
  });

  test("is one thing, a configured one another", async () => {
    const answer = await aProduct().call("/api/health", { as: null });
    expect([answer.status, await answer.json()]).toEqual([200, { status: "ok", problems: [] }]);
  });
});

describe("the API's description", () => {
  type Operation = {
    summary?: string;
    responses: Record<
      string,
      { description?: string; content?: Record<string, { schema: object }> }
    >;
  };
  type Description = {
    openapi: string;
    info: object;
    paths: Record<string, Record<string, Operation>>;
  };

  const described = async (product: Product): Promise<Description> =>
    (await product.call("/api/openapi.json", { as: null })).json();

  test("is OpenAPI 3.1 and knows every route people and keys may call, each with its refusals", async () => {
    const product = aProduct();
    const document = await described(product);
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({ title: "Spreekuur", version: expect.any(String) });
    const undescribed = ["/api/openapi.json", "/api/docs", "/api/docs.css"];
    const expected = routesOf(product)
      .filter(({ access, path }) => access?.kind !== "signature" && !undescribed.includes(path))
      .filter(({ path }) => !path.startsWith("/api/live/"))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    const found = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(found.toSorted()).toEqual(expected.toSorted());
    const ajv = addFormats(new Ajv2020({ strict: false }));
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(item)) {
        const where = `${method} ${path}`;
        expect(operation.summary, where).toBeTruthy();
        const statuses = Object.keys(operation.responses);
        expect(
          statuses.filter((status) => status.startsWith("2")),
          where,
        ).toHaveLength(1);
        for (const [status, response] of Object.entries(operation.responses)) {
          expect(response.description, `${where} ${status}`).toBeTruthy();
          const type = status.startsWith("2") ? "application/json" : "application/problem+json";
          const schema = response.content?.[type]?.schema;
          expect(schema, `${where} ${status}`).toBeDefined();
          expect(() => ajv.compile(schema ?? false), `${where} ${status}`).not.toThrow();
        }
      }
  });

  test("is true: what the main routes answer is what it says", async () => {
    const product = aProduct();
    const document = await described(product);
    const ajv = addFormats(new Ajv2020({ strict: false }));
    const expectDescribed = async (path: string, answer: Response, method = "get") => {
      const body: unknown = await answer.clone().json();
      const where = `${method} ${path} ${answer.status} ${JSON.stringify(body).slice(0, 300)}`;
      const response = document.paths[path]?.[method]?.responses[String(answer.status)];
      const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
      const schema = response?.content?.[type]?.schema;
      expect(schema, where).toBeDefined();
      const validate = ajv.compile(schema ?? false);
      expect(validate(body), `${where} ${JSON.stringify(validate.errors)}`).toBe(true);
      return answer;
    };
    await everyMember();
    const as = "admin" as const;
    const get = (path: string, actual = path) =>
      product.call(actual, { as }).then((answer) => expectDescribed(path, answer));
    const post = (path: string, body: unknown, actual = path, method = "post") =>
      product
        .call(actual, { as, body, method: method.toUpperCase() })
        .then((answer) => expectDescribed(path, answer, method));

    const mobile = aMobile();
    const contact_points = [
      { channel: "sms", address: mobile, person: "Dr. Maes" },
      { channel: "email", address: "balie@delinde.example" },
    ];
    const made = await post("/api/practices", { name: "De Linde", contact_points });
    const { id } = await made.json<{ id: number }>();
    await post("/api/practices", { name: "Dubbel", contact_points });
    await post("/api/practices", { name: "", contact_points });
    await get("/api/practices");
    await get("/api/practices/{id}", `/api/practices/${id}`);
    await get("/api/practices/{id}", "/api/practices/999999");
    await post("/api/practices/{id}", { riziv: "1-23456-78-901" }, `/api/practices/${id}`, "patch");
    const point = { channel: "phone", address: "09 222 22 22" };
    await post("/api/practices/{id}/contact-points", point, `/api/practices/${id}/contact-points`);

    await product.text(mobile, "Dag", { media: 1 });
    const accepted = await post("/api/sms/send", { practice_id: id, content: "Dag!" });
    const { conversation_id } = await read(accepted, message, 202);
    await post("/api/inbox/reply", { conversation_id, channel: "sms", content: "Nog iets" });
    await product.clock.advance(300_000);
    await product.cron("*/5 * * * *");
    product.provider.answer = async () => Response.json({ code: 21614 }, { status: 400 });
    const failed = await post("/api/sms/send", { practice_id: id, content: "Faalt" });
    const retry = `/api/messages/${(await read(failed, message, 202)).id}/retry`;
    product.provider.answer = (request) => product.simulator.fetch(request);
    await post("/api/messages/{id}/retry", {}, retry);
    await post("/api/sms/send", { practice_id: 999_999, content: "Dag!" });
    await get("/api/sms/history/{practice_id}", `/api/sms/history/${id}`);
    await product.text(aMobile(), "Wie ben ik?");
    await get("/api/inbox/conversations");
    const thread = `/api/inbox/conversation/${conversation_id}`;
    const shown = await get("/api/inbox/conversation/{id}", thread);
    expect((await read(shown, conversation)).messages.length).toBeGreaterThan(4);
    await get("/api/inbox/conversation/{id}", `/api/inbox/conversation/conv_${uuid}`);
    await get("/api/inbox/unread");
    const mark = `/api/inbox/mark-read/${conversation_id}`;
    await post("/api/inbox/mark-read/{id}", {}, mark, "put");
    const [stranger] = await rows<{ id: string }>(
      "SELECT id FROM conversations WHERE practice_id IS NULL",
    );
    const link = `/api/inbox/conversation/${stranger?.id}/link`;
    await post("/api/inbox/conversation/{id}/link", { practice_id: id }, link);
    await post("/api/inbox/conversation/{id}/link", { practice_id: id }, link);

    await get("/api/me");
    await post("/api/me", { name: "Lotte M." }, "/api/me", "patch");
    await get("/api/team/members");
    await post("/api/team/keys", { name: "CRM", role: "agent", expires_in_days: 30 });
    await get("/api/team/keys");
    await get("/api/team/audit");
    await get("/api/health");
    expect(await count("messages")).toBe(6);
  });
});

describe("a webhook on the app's own hostname", () => {
  test("is judged by PUBLIC_URL all the same", async () => {
    const product = aProduct();
    const webhook = await aWebhook({
      path: "/api/sms/webhook",
      form: inboundForm({ from: aMobile(), body: "Dag" }),
    });
    const forwarded = new Request(`${env.APP_URL}/api/sms/webhook`, webhook);
    expect((await product.ask(forwarded)).status).toBe(200);
    const asMember = aRequest("/api/sms/webhook", { as: "admin", body: {} });
    expect(await refusal(await product.ask(asMember))).toEqual([403, "bad_signature"]);
  });
});

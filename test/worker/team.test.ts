import { env, exports } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import {
  apiKey,
  auditEntry,
  createdApiKey,
  me,
  member,
  type Role,
  signInRequested,
} from "#contracts/team.ts";
import { closeCodes } from "#contracts/live.ts";
import { pageOf } from "#contracts/pages.ts";
import { problem } from "#contracts/problem.ts";
import type { EmailOutcome } from "../../worker/channels/email/email-provider.ts";
import { resend } from "../../worker/channels/email/resend.ts";
import { systemActor } from "../../worker/context/actor.ts";
import { type Config, configOf } from "../../worker/context/config.ts";
import { createContext } from "../../worker/context/context.ts";
import { realSystem } from "../../worker/context/system.ts";
import { magicLinkRow } from "../../worker/team/magic-link-token.ts";
import { returnPath } from "../../worker/team/return-path.ts";
import { signIn } from "../../worker/team/sign-in.ts";
import { sweepSignIns } from "../../worker/team/sweep-sign-ins.ts";

const ours = new URL(env.APP_URL).origin;

type Call = {
  method?: string;
  body?: unknown;
  cookie?: string;
  key?: string;
  origin?: string | null;
  headers?: Record<string, string>;
};

/** One request as our own page would send it, unless told otherwise. */
const call = (path: string, { body, cookie, key, origin = ours, headers, ...rest }: Call = {}) => {
  const method = rest.method ?? (body === undefined ? "GET" : "POST");
  const all = new Headers(headers);
  if (body !== undefined && !all.has("Content-Type")) all.set("Content-Type", "application/json");
  if (cookie !== undefined) all.set("Cookie", cookie);
  if (key !== undefined) all.set("Authorization", `Bearer ${key}`);
  if (origin !== null && method !== "GET") all.set("Origin", origin);
  return exports.default.fetch(
    new Request(`${env.APP_URL}${path}`, {
      method,
      headers: all,
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
};

const codeOf = async (answer: Response) => problem.parse(await answer.json()).code;
const refusal = async (answer: Response) => [answer.status, await codeOf(answer)];

const sentMail = z.object({
  from: z.string(),
  to: z.tuple([z.email()]),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
const mails: { body: z.infer<typeof sentMail>; headers: Headers }[] = [];
const mailsTo = (email: string) => mails.filter((mail) => mail.body.to[0] === email);
const linkIn = (text: string) => new URL(/https?:\S+/.exec(text)?.[0] ?? "");

beforeEach(() => {
  mails.length = 0;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    expect(request.url).toBe(`${env.RESEND_API_URL}/emails`);
    mails.push({ body: sentMail.parse(await request.json()), headers: request.headers });
    return Response.json({ id: crypto.randomUUID() });
  });
});

const mailTo = (email: string) =>
  vi.waitFor(() => {
    const [mail] = mailsTo(email);
    if (!mail) throw new Error(`no mail to ${email}`);
    return mail;
  });

const count = async (sql: string, ...values: (string | number)[]) =>
  (await env.DB.prepare(`SELECT count(*) AS n FROM ${sql}`)
    .bind(...values)
    .first<number>("n")) ?? 0;

const run = (sql: string, ...values: (string | number)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

/** A context for what no request can show. */
const context = (changed: Partial<Config> = {}) => {
  const parsed = configOf(env);
  if (!parsed.ok) throw new Error(parsed.sentences.join(" "));
  return createContext({
    env,
    config: { ...parsed.config, ...changed },
    actor: systemActor,
    system: realSystem(),
    requestId: "test",
    waitUntil: () => {},
    react: async () => {},
  });
};

const address = () => `${crypto.randomUUID()}@spreekuur.example`;

const insertMember = async (role: Role, locale = "nl", email = address()) => {
  const id = `member_${crypto.randomUUID()}`;
  await run(
    `INSERT INTO members (id, name, email, email_verified, role, locale, active, created_at, updated_at)
     VALUES (?, 'Lotte', ?, 1, ?, ?, 1, ?, ?)`,
    id,
    email,
    role,
    locale,
    Date.now(),
    Date.now(),
  );
  return { id, email };
};

/** A valid token without mail, as `npm start` makes one. */
const insertLink = async (email: string) => {
  const token = crypto.randomUUID();
  const row = await magicLinkRow({ token, email, now: Date.now() });
  await run(
    `INSERT INTO verifications (id, identifier, value, expires_at, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    row.id,
    row.identifier,
    row.value,
    row.expires_at,
    row.created_at,
    row.updated_at,
  );
  return { token, identifier: row.identifier };
};

const redeem = (token: string, options: Call = {}) =>
  call("/api/auth/magic-link/verify", { body: { token }, ...options });

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";

const signedInAs = async (role: Role) => {
  const someone = await insertMember(role);
  const { token } = await insertLink(someone.email);
  const answer = await redeem(token);
  expect(answer.status).toBe(200);
  return { ...someone, cookie: cookieOf(answer) };
};

const patch = (id: string, cookie: string, body: unknown) =>
  call(`/api/team/members/${id}`, { method: "PATCH", cookie, body });

const createKey = async (cookie: string, role: Role = "agent") => {
  const answer = await call("/api/team/keys", { cookie, body: { name: "CRM", role } });
  expect(answer.status).toBe(201);
  return createdApiKey.parse(await answer.json());
};

const auditOf = async (subject: string) => {
  const rows = await env.DB.prepare(
    `SELECT actor_kind, actor_id, action FROM audit_log WHERE subject = ? ORDER BY seq`,
  )
    .bind(subject)
    .all<{ actor_kind: string; actor_id: string | null; action: string }>();
  return rows.results;
};

describe("the first admin", () => {
  test("ADMIN_EMAIL gets in on an empty database, however many ask at once, and nobody else", async () => {
    await env.DB.batch([
      env.DB.prepare("DELETE FROM members"),
      env.DB.prepare("DELETE FROM sessions"),
    ]);
    const stranger = address();
    await call("/api/auth/sign-in/magic-link", { body: { email: stranger } });
    const asked = [1, 2, 3, 4].map(() =>
      call("/api/auth/sign-in/magic-link", { body: { email: env.ADMIN_EMAIL.toUpperCase() } }),
    );
    expect((await Promise.all(asked)).map((answer) => answer.status)).toEqual([202, 202, 202, 202]);
    await vi.waitFor(() => expect(mailsTo(env.ADMIN_EMAIL)).toHaveLength(4));
    expect(mailsTo(stranger)).toEqual([]);
    expect(await count("members")).toBe(1);
    expect(await count("audit_log WHERE action = 'member.first_admin'")).toBe(1);

    const { body } = await mailTo(env.ADMIN_EMAIL);
    const answer = await redeem(linkIn(body.text).searchParams.get("token") ?? "");
    expect(me.parse(await answer.json())).toMatchObject({ email: env.ADMIN_EMAIL, role: "admin" });
  });

  test("ADMIN_EMAIL gets its rights back when no admin is left", async () => {
    await run("UPDATE members SET role = 'viewer'");
    await run("DELETE FROM members WHERE email = ?", env.ADMIN_EMAIL);
    const { id } = await insertMember("viewer", "fr", env.ADMIN_EMAIL);
    await run("UPDATE members SET active = 0 WHERE id = ?", id);
    await call("/api/auth/sign-in/magic-link", { body: { email: env.ADMIN_EMAIL } });
    const { body } = await mailTo(env.ADMIN_EMAIL);
    const answer = await redeem(linkIn(body.text).searchParams.get("token") ?? "");
    expect(me.parse(await answer.json())).toMatchObject({ id, role: "admin", locale: "fr" });
    expect((await auditOf(id))[0]?.action).toBe("member.first_admin");
  });

  test("once there is an admin, ADMIN_EMAIL is an address like any other", async () => {
    await run("DELETE FROM members WHERE email = ?", env.ADMIN_EMAIL);
    const admin = await insertMember("admin");
    await call("/api/auth/sign-in/magic-link", { body: { email: env.ADMIN_EMAIL } });
    await call("/api/auth/sign-in/magic-link", { body: { email: admin.email } });
    await mailTo(admin.email);
    expect(mailsTo(env.ADMIN_EMAIL)).toEqual([]);
    expect(await count("members WHERE email = ?", env.ADMIN_EMAIL)).toBe(0);
  });
});

describe("mail", () => {
  const mail = { to: "a@b.example", subject: "s", text: "t", html: "h", idempotency_key: "k" };
  const answerWith = (answer: () => Response | Promise<Response>) =>
    vi.spyOn(globalThis, "fetch").mockImplementation(async () => answer());
  const refused = (status: number, name: string, headers = {}) =>
    Response.json({ name, message: "no", statusCode: status }, { status, headers });

  test("says what the provider did: taken, refused, not now, or not known", async () => {
    const cases: [() => Response | Promise<Response>, EmailOutcome][] = [
      [() => Response.json({ id: "49a3" }), { kind: "accepted", provider_id: "49a3" }],
      [() => Response.json({}), { kind: "unknown" }],
      [
        () => refused(422, "validation_error"),
        { kind: "rejected", provider_code: "validation_error" },
      ],
      [() => new Response("no", { status: 403 }), { kind: "rejected", provider_code: "403" }],
      [
        () => refused(429, "rate_limit_exceeded", { "Retry-After": "3" }),
        { kind: "retry", after_ms: 3000 },
      ],
      [() => refused(409, "concurrent_idempotent_requests"), { kind: "retry", after_ms: 1000 }],
      [() => refused(500, "internal_server_error"), { kind: "unknown" }],
      [() => Promise.reject(new Error("timeout")), { kind: "unknown" }],
    ];
    for (const [answer, outcome] of cases) {
      answerWith(answer);
      expect(await resend.send(context(), mail)).toEqual(outcome);
    }
  });

  test("is tried again under the same key when its fate is unknown, and not when refused", async () => {
    const { email } = await insertMember("agent");
    const keys: (string | null)[] = [];
    const logged = vi.spyOn(console, "log").mockImplementation(() => {});
    const failing = (status: number, headers: Record<string, string>) =>
      vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
        keys.push(new Request(input, init).headers.get("Idempotency-Key"));
        return refused(status, "x", headers);
      });
    failing(503, {});
    await call("/api/auth/sign-in/magic-link", { body: { email } });
    await vi.waitFor(() => expect(keys).toHaveLength(3));
    expect(new Set(keys).size).toBe(1);
    const bystander = await insertMember("agent");
    failing(422, {});
    await call("/api/auth/sign-in/magic-link", { body: { email } });
    await call("/api/auth/sign-in/magic-link", { body: { email: bystander.email } });
    await vi.waitFor(() => expect(keys).toHaveLength(5));
    expect(new Set(keys).size).toBe(3);
    failing(429, { "Retry-After": "0.01" });
    await call("/api/auth/sign-in/magic-link", { body: { email } });
    await vi.waitFor(() => expect(keys).toHaveLength(8));
    expect(new Set(keys).size).toBe(4);
    expect(logged).toHaveBeenCalled();
    expect(JSON.stringify(logged.mock.calls)).not.toContain(email);
    logged.mockRestore();
  });
});

describe("signing in", () => {
  test("goes by a mailed link, once, from asking to signing out", async () => {
    const lotte = await insertMember("agent", "fr");
    const asked = await call("/api/auth/sign-in/magic-link", {
      body: { email: lotte.email, callbackURL: "/inbox?filter=unread" },
    });
    expect(asked.status).toBe(202);
    const { body, headers } = await mailTo(lotte.email);
    expect(body.subject).toBe("Votre lien de connexion à Spreekuur");
    expect(headers.get("Idempotency-Key")).toMatch(/^sign-in-[0-9a-f]{32}$/);
    const link = linkIn(body.text);
    expect(link.origin + link.pathname).toBe(`${ours}/sign-in/link`);
    expect(link.searchParams.get("to")).toBe("/inbox?filter=unread");
    expect(body.html).toContain(link.href.replaceAll("&", "&amp;"));
    expect(body.html).not.toContain("<img");

    const token = link.searchParams.get("token") ?? "";
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(
      await count(
        "verifications WHERE identifier = ? OR value LIKE ?",
        token,
        "%" + token.slice(0, 40) + "%",
      ),
    ).toBe(0);

    const lives = Date.now() + 10 * 60_000;
    const lasting = "verifications WHERE value LIKE ? AND expires_at BETWEEN ? AND ?";
    expect(await count(lasting, `%${lotte.email.slice(0, 36)}%`, lives - 9_000, lives)).toBe(1);

    const opened = await redeem(token);
    expect(opened.status).toBe(200);
    expect(me.parse(await opened.json())).toMatchObject({
      id: lotte.id,
      role: "agent",
      locale: "fr",
    });
    const cookie = cookieOf(opened);
    const mine = await call("/api/me", { cookie });
    expect(me.parse(await mine.json())).toMatchObject({ kind: "member", email: lotte.email });

    const left = await call("/api/auth/sign-out", { cookie, body: {} });
    expect(left.status).toBe(200);
    expect(left.headers.getSetCookie().join()).toContain("Max-Age=0");
    expect(await refusal(await call("/api/me", { cookie }))).toEqual([401, "unauthenticated"]);
    expect((await auditOf(lotte.id)).map((row) => row.action)).toEqual([
      "session.started",
      "session.ended",
    ]);
  });

  test("a used, expired, invented or tampered token opens nothing, and all look the same", async () => {
    const { email } = await insertMember("agent");
    const used = await insertLink(email);
    const [first, second] = await Promise.all([redeem(used.token), redeem(used.token)]);
    expect(new Set([first.status, second.status])).toEqual(new Set([200, 401]));
    const expired = await insertLink(email);
    await run(
      "UPDATE verifications SET expires_at = ? WHERE identifier = ?",
      Date.now() - 1,
      expired.identifier,
    );
    const live = await insertLink(email);
    for (const token of [used.token, expired.token, live.token + "0", live.identifier, "x"]) {
      const answer = await redeem(token);
      expect(await refusal(answer)).toEqual([401, "unauthenticated"]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  test("a GET never redeems a token, so a mail scanner cannot use it up", async () => {
    const { email } = await insertMember("agent");
    const { token } = await insertLink(email);
    const scanned = await call(`/api/auth/magic-link/verify?token=${token}`);
    expect(scanned.status).not.toBe(200);
    expect(scanned.headers.getSetCookie()).toEqual([]);
    expect((await redeem(token)).status).toBe(200);
  });

  test("an unknown or inactive address gets the same answer and no mail", async () => {
    const known = await insertMember("agent");
    const gone = await insertMember("agent");
    await run("UPDATE members SET active = 0 WHERE id = ?", gone.id);
    const unknown = address();
    const answers = [];
    for (const email of [unknown, gone.email, known.email]) {
      const answer = await call("/api/auth/sign-in/magic-link", { body: { email } });
      answers.push([
        answer.status,
        signInRequested.parse(await answer.json()),
        answer.headers.getSetCookie(),
      ]);
    }
    expect(answers[0]).toEqual(answers[2]);
    expect(answers[1]).toEqual(answers[2]);
    await mailTo(known.email);
    expect(mails).toHaveLength(1);
    const left = "verifications WHERE value LIKE ? OR value LIKE ?";
    expect(await count(left, `%${unknown.slice(0, 36)}%`, `%${gone.email.slice(0, 36)}%`)).toBe(0);
  });

  test("a link of someone who was deactivated meanwhile opens nothing", async () => {
    const { id, email } = await insertMember("agent");
    const { token } = await insertLink(email);
    await run("UPDATE members SET active = 0 WHERE id = ?", id);
    expect(await refusal(await redeem(token))).toEqual([401, "unauthenticated"]);
    expect(await count("sessions WHERE member_id = ?", id)).toBe(0);
  });

  test("asking too often for one address is refused, whoever it is and from wherever", async () => {
    const email = address();
    const statuses = [];
    for (let n = 0; n < 12; n++) {
      const headers = { "CF-Connecting-IP": `203.0.113.${n}` };
      const answer = await call("/api/auth/sign-in/magic-link", {
        body: { email: n % 2 ? email.toUpperCase() : email },
        headers,
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 202), 429, 429]);
  });

  test("the link leads to APP_URL whatever host the request claims (L04)", async () => {
    const { email } = await insertMember("agent");
    const request = new Request("https://evil.example/api/auth/sign-in/magic-link", {
      method: "POST",
      body: JSON.stringify({ email }),
      headers: {
        "Content-Type": "application/json",
        Origin: ours,
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
        Forwarded: "host=evil.example",
      },
    });
    expect((await exports.default.fetch(request)).status).toBe(202);
    const { body } = await mailTo(email);
    expect(linkIn(body.text).origin).toBe(ours);
    expect(body.text + body.html).not.toContain("evil");
  });

  test("the way back stays inside the app (L11)", async () => {
    const hostile = [
      "//evil.example",
      "/\\evil.example",
      "https:evil.example",
      "https://evil.example/",
    ];
    hostile.push(
      "/.//evil.example",
      "/..//evil.example",
      "javascript:alert(1)",
      "\t//evil.example",
      "inbox",
    );
    for (const path of hostile) expect([path, returnPath(path, env.APP_URL)]).toEqual([path, "/"]);
    for (const path of ["/inbox", "/inbox?c=1#2", "/%2f%2fevil"])
      expect(returnPath(path, env.APP_URL)).toBe(path);

    const { email } = await insertMember("agent");
    const body = { email, callbackURL: "//evil.example" };
    await call("/api/auth/sign-in/magic-link", { body });
    const mail = await mailTo(email);
    expect(mail.body.text + mail.body.html).not.toContain("evil");
    const extra = { ...body, errorCallbackURL: "https://evil.example" };
    const refused = await call("/api/auth/sign-in/magic-link", { body: extra });
    expect(await refusal(refused)).toEqual([422, "invalid"]);
  });

  test("a list or an object where a text belongs is refused", async () => {
    for (const email of [["a@b.be"], { $gt: "" }, 1, null]) {
      const answer = await call("/api/auth/sign-in/magic-link", { body: { email } });
      expect(await refusal(answer)).toEqual([422, "invalid"]);
    }
    const answer = await call("/api/auth/magic-link/verify", { body: { token: { $gt: "" } } });
    expect(await refusal(answer)).toEqual([422, "invalid"]);
  });

  test("nothing else of better-auth is reachable", async () => {
    const { cookie } = await signedInAs("agent");
    const paths = [
      "get-session",
      "update-user",
      "sign-up/email",
      "sign-in/email",
      "list-sessions",
      "delete-user",
    ];
    for (const path of [
      ...paths,
      "change-email",
      "revoke-sessions",
      "callback/github",
      "ok",
      "error",
    ]) {
      const read = await call(`/api/auth/${path}`, { cookie });
      const write = await call(`/api/auth/${path}`, { cookie, body: { role: "admin" } });
      expect([path, read.status, write.status]).toEqual([path, 404, 404]);
    }
  });
});

describe("a session", () => {
  test("has a cookie that scripts, other sites and plain http cannot take (L10)", async () => {
    const { email } = await insertMember("agent");
    const local = await insertLink(email);
    const [cookie = ""] = (await redeem(local.token)).headers.getSetCookie();
    expect(cookie).toMatch(
      /^spreekuur\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );

    const ctx = context({ APP_URL: "https://app.spreekuur.example" });
    const { token } = await insertLink(email);
    const { cookies } = await signIn(ctx, { token, headers: new Headers() });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^__Host-spreekuur\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test("starts anew at each sign-in, whatever cookie was there before (L09)", async () => {
    const { cookie, email } = await signedInAs("agent");
    const { token } = await insertLink(email);
    const again = cookieOf(await redeem(token, { cookie }));
    expect(again).not.toBe(cookie);
    expect((await call("/api/me", { cookie: again })).status).toBe(200);
  });

  test("needs our signature: the token as it stands in the database opens nothing", async () => {
    const { cookie, id } = await signedInAs("agent");
    const token = await env.DB.prepare("SELECT token FROM sessions WHERE member_id = ?")
      .bind(id)
      .first<string>("token");
    const [name = ""] = cookie.split("=");
    for (const value of [
      token ?? "",
      `${token}.`,
      `${token}.${"A".repeat(43)}=`,
      cookie.replace(/.{5}$/, "AAAA%3D"),
    ])
      expect((await call("/api/me", { cookie: `${name}=${value}` })).status).toBe(401);
  });

  test("dies twelve hours after its last request and after seven days", async () => {
    const { cookie, id } = await signedInAs("agent");
    const hour = 3_600_000;
    const seen = (ago: number) =>
      run("UPDATE sessions SET updated_at = ? WHERE member_id = ?", Date.now() - ago, id);
    await seen(11.9 * hour);
    expect((await call("/api/me", { cookie })).status).toBe(200);
    await vi.waitFor(async () => {
      const recent = await count(
        "sessions WHERE member_id = ? AND updated_at > ?",
        id,
        Date.now() - hour,
      );
      expect(recent).toBe(1);
    });
    await seen(12.1 * hour);
    expect((await call("/api/me", { cookie })).status).toBe(401);
    await seen(0);
    expect((await call("/api/me", { cookie })).status).toBe(200);
    await run("UPDATE sessions SET expires_at = ? WHERE member_id = ?", Date.now() - 1, id);
    expect((await call("/api/me", { cookie })).status).toBe(401);
  });

  test("and links that open nothing any more are swept away", async () => {
    const live = await signedInAs("agent");
    const idle = await signedInAs("agent");
    await run("UPDATE sessions SET updated_at = 0 WHERE member_id = ?", idle.id);
    const fresh = await insertLink(live.email);
    const stale = await insertLink(live.email);
    await run("UPDATE verifications SET expires_at = 1 WHERE identifier = ?", stale.identifier);
    await sweepSignIns(context());
    expect(await count("sessions WHERE member_id = ?", idle.id)).toBe(0);
    expect(await count("verifications WHERE identifier = ?", stale.identifier)).toBe(0);
    expect((await call("/api/me", { cookie: live.cookie })).status).toBe(200);
    expect((await redeem(fresh.token)).status).toBe(200);
  });

  test("of a deactivated or demoted member ends in the same moment (L01, Z06)", async () => {
    const admin = await signedInAs("admin");
    for (const change of [{ active: false }, { role: "viewer" }]) {
      const agent = await signedInAs("agent");
      const answer = await call(`/api/team/members/${agent.id}`, {
        method: "PATCH",
        cookie: admin.cookie,
        body: change,
      });
      expect(member.parse(await answer.json())).toMatchObject(change);
      expect((await call("/api/me", { cookie: agent.cookie })).status).toBe(401);
      expect(await count("sessions WHERE member_id = ?", agent.id)).toBe(0);
    }
    const suspended = await signedInAs("agent");
    await run("UPDATE members SET active = 0 WHERE id = ?", suspended.id);
    expect((await call("/api/me", { cookie: suspended.cookie })).status).toBe(401);
    const renamed = await signedInAs("agent");
    const body = { name: "Lotte Maes", role: "agent", active: true };
    await call(`/api/team/members/${renamed.id}`, { method: "PATCH", cookie: admin.cookie, body });
    expect((await call("/api/me", { cookie: renamed.cookie })).status).toBe(200);
  });
});

describe("live sockets", () => {
  const connect = async (headers: Record<string, string>) => {
    const answer = await exports.default.fetch(
      new Request(`${env.APP_URL}/api/live/inbox`, {
        headers: { Upgrade: "websocket", ...headers },
      }),
    );
    const socket = answer.webSocket;
    if (!socket) throw new Error(`no socket: ${answer.status}`);
    socket.accept();
    const closed = new Promise<number>((resolve) =>
      socket.addEventListener("close", (event) => resolve(event.code), { once: true }),
    );
    return { closed, stillOpen: () => socket.readyState === WebSocket.OPEN };
  };

  test("close when their session, role or key ends, and only theirs (L01, Z06, K01)", async () => {
    const admin = await signedInAs("admin");
    const bystander = await connect({ Cookie: admin.cookie, Origin: ours });
    const { signed_out } = closeCodes;

    const leaver = await signedInAs("agent");
    const left = await connect({ Cookie: leaver.cookie, Origin: ours });
    await call("/api/auth/sign-out", { cookie: leaver.cookie, body: {} });
    expect(await left.closed).toBe(signed_out);

    const agent = await signedInAs("agent");
    const demoted = await connect({ Cookie: agent.cookie, Origin: ours });
    const change = { method: "PATCH", cookie: admin.cookie, body: { role: "viewer" } };
    await call(`/api/team/members/${agent.id}`, change);
    expect(await demoted.closed).toBe(signed_out);

    const { key, id } = await createKey(admin.cookie);
    const machine = await connect({ Authorization: `Bearer ${key}` });
    await call(`/api/team/keys/${id}`, { method: "DELETE", cookie: admin.cookie });
    expect(await machine.closed).toBe(signed_out);

    expect(bystander.stillOpen()).toBe(true);
  });
});

describe("the team", () => {
  test("is invited by an admin, by mail without a token, once per address", async () => {
    const { cookie, id } = await signedInAs("admin");
    const email = address();
    const body = { name: "Zoë <b>", email: email.toUpperCase(), role: "agent", locale: "en" };
    const answer = await call("/api/team/members", { cookie, body });
    expect(answer.status).toBe(201);
    const invited = member.parse(await answer.json());
    expect(invited).toMatchObject({ email, role: "agent", active: true });
    const mail = await mailTo(email);
    expect(linkIn(mail.body.text).href).toBe(`${ours}/sign-in`);
    expect(await auditOf(invited.id)).toEqual([
      { actor_kind: "member", actor_id: id, action: "member.invited.agent" },
    ]);
    const again = await call("/api/team/members", { cookie, body });
    expect(await refusal(again)).toEqual([409, "member_exists"]);
    expect(await auditOf(invited.id)).toHaveLength(1);

    await call("/api/auth/sign-in/magic-link", { body: { email } });
    await vi.waitFor(() => expect(mailsTo(email)).toHaveLength(2));
    const token = linkIn(mailsTo(email)[1]?.body.text ?? "").searchParams.get("token") ?? "";
    expect((await redeem(token)).status).toBe(200);
  });

  test("keeps its last active admin, also when two step down at once", async () => {
    await run("UPDATE members SET role = 'viewer' WHERE role = 'admin'");
    const one = await signedInAs("admin");
    for (const change of [{ role: "agent" }, { active: false }, { role: "viewer", active: false }])
      expect(await refusal(await patch(one.id, one.cookie, change))).toEqual([409, "last_admin"]);
    expect(await auditOf(one.id)).toHaveLength(1);
    expect((await patch(one.id, one.cookie, { role: "admin", name: "Still here" })).status).toBe(
      200,
    );

    const two = await signedInAs("admin");
    const answers = await Promise.all([
      patch(two.id, one.cookie, { role: "agent" }),
      patch(one.id, two.cookie, { active: false }),
    ]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(await count("members WHERE role = 'admin' AND active = 1")).toBe(1);
  });

  test("is managed by admins only; everyone may see who is in it", async () => {
    for (const role of ["agent", "marketer", "viewer"] as const) {
      const { cookie, id } = await signedInAs(role);
      const listed = await call("/api/team/members?limit=1", { cookie });
      const page = pageOf(member).parse(await listed.json());
      expect(page.items).toHaveLength(1);
      const next = await call(`/api/team/members?limit=100&cursor=${page.next_cursor}`, { cookie });
      const rest = pageOf(member).parse(await next.json());
      expect(rest.items.map((other) => other.id)).not.toContain(page.items[0]?.id);
      const refused = [
        call("/api/team/members", { cookie, body: { name: "X", email: address(), role } }),
        call(`/api/team/members/${id}`, { method: "PATCH", cookie, body: { role: "admin" } }),
        call("/api/team/keys", { cookie }),
        call("/api/team/keys", { cookie, body: { name: "X", role: "admin" } }),
        call("/api/team/keys/key_x", { method: "DELETE", cookie }),
        call("/api/team/audit", { cookie }),
      ];
      for (const answer of await Promise.all(refused))
        expect(await refusal(answer)).toEqual([403, "forbidden"]);
    }
  });

  test("fields nobody offered change nothing (Z08)", async () => {
    const { cookie, id } = await signedInAs("agent");
    for (const extra of [
      { role: "admin" },
      { email_verified: true },
      { emailVerified: true },
      { inboxes: ["*"] },
      { id: "x" },
      { constructor: { prototype: { admin: true } } },
    ]) {
      const answer = await call("/api/me", {
        method: "PATCH",
        cookie,
        body: { name: "Eve", ...extra },
      });
      expect(await refusal(answer)).toEqual([422, "invalid"]);
    }
    const raw = `{"name":"Eve","__proto__":{"role":"admin"}}`;
    await call("/api/me", { method: "PATCH", cookie, body: raw });
    expect(Object.hasOwn(Object.prototype, "role")).toBe(false);
    expect(me.parse(await (await call("/api/me", { cookie })).json())).toMatchObject({
      id,
      role: "agent",
    });
    const admin = await signedInAs("admin");
    const body = { name: "X", email: address(), role: "agent", active: false };
    const invited = await call("/api/team/members", { cookie: admin.cookie, body });
    expect(await refusal(invited)).toEqual([422, "invalid"]);
  });

  test("members change their own name and language", async () => {
    const { cookie, id } = await signedInAs("viewer");
    const answer = await call("/api/me", {
      method: "PATCH",
      cookie,
      body: { name: " Jan ", locale: "fr" },
    });
    expect(me.parse(await answer.json())).toMatchObject({
      id,
      name: "Jan",
      locale: "fr",
      role: "viewer",
    });
    expect((await auditOf(id)).at(-1)).toEqual({
      actor_kind: "member",
      actor_id: id,
      action: "member.profile",
    });
  });
});

describe("requests with the session cookie", () => {
  test("write only from our own page; a key needs no Origin (C01)", async () => {
    const { cookie } = await signedInAs("admin");
    const { key } = await createKey(cookie, "admin");
    const body = { name: "Nightly", role: "viewer" };
    const foreign: Call[] = [
      { origin: null },
      { origin: "null" },
      { origin: "https://evil.example" },
      { origin: `${ours}.evil.example` },
      { origin: "http://evil-localhost:8788" },
      { origin: ours.replace("://", "://sub.") },
      { headers: { "Sec-Fetch-Site": "cross-site" } },
      { headers: { "Sec-Fetch-Site": "same-site" } },
      { origin: null, headers: { "Content-Type": "text/plain" } },
      { origin: null, headers: { "Content-Type": "APPLICATION/JSON" } },
      { origin: null, headers: { "Content-Type": "multipart/form-data; boundary=x" } },
    ];
    for (const request of foreign)
      expect(await refusal(await call("/api/team/keys", { cookie, body, ...request }))).toEqual([
        403,
        "wrong_origin",
      ]);
    expect((await call("/api/team/keys", { cookie, body })).status).toBe(201);
    expect((await call("/api/team/keys", { key, body, origin: null })).status).toBe(201);
  });

  test("sign in and out only from our own page", async () => {
    const { cookie, email } = await signedInAs("agent");
    const { token } = await insertLink(email);
    for (const origin of [null, "null", "https://evil.example"]) {
      expect(await refusal(await redeem(token, { origin }))).toEqual([403, "wrong_origin"]);
      const out = await call("/api/auth/sign-out", { cookie, body: {}, origin });
      expect(await refusal(out)).toEqual([403, "wrong_origin"]);
      const ask = await call("/api/auth/sign-in/magic-link", { body: { email }, origin });
      expect(await refusal(ask)).toEqual([403, "wrong_origin"]);
    }
    expect((await call("/api/me", { cookie })).status).toBe(200);
    expect((await redeem(token)).status).toBe(200);
  });
});

describe("an API key", () => {
  test("works as its role, writes nothing, and stops at once when revoked or expired (K01)", async () => {
    const { cookie } = await signedInAs("admin");
    const made = await createKey(cookie, "viewer");
    expect(made.key).toMatch(/^sk_spk_[0-9a-f]{64}$/);
    const mine = await call("/api/me", { key: made.key });
    expect(me.parse(await mine.json())).toEqual({
      kind: "key",
      id: made.id,
      name: "CRM",
      email: null,
      role: "viewer",
      locale: null,
    });
    expect(await refusal(await call("/api/team/audit", { key: made.key }))).toEqual([
      403,
      "forbidden",
    ]);
    const rename = await call("/api/me", { method: "PATCH", key: made.key, body: { name: "X" } });
    expect(await refusal(rename)).toEqual([403, "forbidden"]);

    const revoked = await call(`/api/team/keys/${made.id}`, { method: "DELETE", cookie });
    expect(revoked.status).toBe(200);
    expect((await call("/api/me", { key: made.key })).status).toBe(401);
    expect((await auditOf(made.id)).map((row) => row.action)).toEqual([
      "key.created.viewer",
      "key.revoked",
    ]);
    expect((await call("/api/team/keys/key_x", { method: "DELETE", cookie })).status).toBe(404);

    const brief = await createKey(cookie);
    await run("UPDATE api_keys SET expires_at = ? WHERE id = ?", Date.now() - 1, brief.id);
    expect((await call("/api/me", { key: brief.key })).status).toBe(401);
  });

  test("counts in the Authorization header only, and never falls back on a cookie", async () => {
    const { cookie } = await signedInAs("admin");
    const { key } = await createKey(cookie);
    for (const query of [
      `key=${key}`,
      `api_key=${key}`,
      `access_token=${key}`,
      `authorization=Bearer+${key}`,
    ])
      expect((await call(`/api/me?${query}`)).status).toBe(401);
    expect((await call("/api/me", { cookie: `key=${key}; Authorization=${key}` })).status).toBe(
      401,
    );
    for (const wrong of [key.toUpperCase(), key.slice(0, -1), `${key}0`, "sk_spk_", "' OR 1=1--"])
      expect((await call("/api/me", { key: wrong, cookie })).status).toBe(401);
  });

  test("is never shown again: no list, row or audit entry holds it (Z07)", async () => {
    const { cookie } = await signedInAs("admin");
    const { key, id, start } = await createKey(cookie);
    const listed = await call("/api/team/keys?limit=100", { cookie });
    const text = await listed.clone().text();
    const page = pageOf(apiKey).parse(await listed.json());
    expect(page.items.find((item) => item.id === id)).toMatchObject({ start, name: "CRM" });
    expect(key.startsWith(start)).toBe(true);
    expect(text).not.toContain(key.slice(start.length, start.length + 8));
    const row = await env.DB.prepare("SELECT * FROM api_keys WHERE id = ?").bind(id).first();
    expect(row).not.toBeNull();
    expect(JSON.stringify(row)).not.toContain(key.slice(start.length, start.length + 8));
    expect(text).not.toContain(String(row?.["hash"]));
  });
});

describe("the audit log", () => {
  test("says who did what, newest first, page by page", async () => {
    const { cookie, id } = await signedInAs("admin");
    const { id: keyId } = await createKey(cookie);
    const first = pageOf(auditEntry).parse(
      await (await call("/api/team/audit?limit=1", { cookie })).json(),
    );
    expect(first.items[0]).toMatchObject({
      actor: { kind: "member", id },
      action: "key.created.agent",
      subject: keyId,
    });
    const path = `/api/team/audit?limit=1&cursor=${first.next_cursor}`;
    const second = pageOf(auditEntry).parse(await (await call(path, { cookie })).json());
    expect(second.items[0]).toMatchObject({ action: "session.started", subject: id });
    const none = await call("/api/team/audit?limit=1&colour=red", { cookie });
    expect(await refusal(none)).toEqual([422, "invalid"]);
  });

  test("cannot be rewritten (R09)", async () => {
    await signedInAs("agent");
    await expect(run("UPDATE audit_log SET action = 'nothing'")).rejects.toThrow("append-only");
    await expect(run("DELETE FROM audit_log")).rejects.toThrow("append-only");
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { checkPorts, freePorts } from "./ports.ts";

const ports = await freePorts();
const stateDir = mkdtempSync(join(tmpdir(), "spreekuur-start-"));
const app = `http://localhost:${ports.app}`;

/** `npm start` on its own ports, until it says that it is running or ends. */
const start = async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "start.ts")], {
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      DEV_VARS: "/dev/null",
      WORKER_PORT: String(ports.worker),
      APP_PORT: String(ports.app),
      SIMULATOR_PORT: String(ports.simulator),
      STATE_DIR: stateDir,
    },
  });
  let printed = "";
  const ended = once(child, "exit").then(([code]) => z.number().parse(code));
  const running = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        if (printed.includes("Ctrl-C stops everything")) resolve();
      });
  });
  afterAll(() => child.kill());
  await Promise.race([running, ended]);
  return {
    printed,
    ended,
    key: /sk_spk_\w+/.exec(printed)?.[0] ?? "",
    token: /token=(\w+)/.exec(printed)?.[1] ?? "",
    interrupt: () => {
      child.kill("SIGINT");
      return ended;
    },
  };
};

afterAll(() => rmSync(stateDir, { recursive: true, force: true }));

const withKey = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });
const unread = async (key: string) => (await fetch(`${app}/api/inbox/unread`, withKey(key))).json();

test("npm start leads from nothing to a signed-in inbox, stops whole, and keeps what it had", async () => {
  const first = await start();
  const before = z.object({ unread_count: z.int().positive() }).parse(await unread(first.key));
  const signedIn = await fetch(`${app}/api/auth/magic-link/verify`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: app },
    body: JSON.stringify({ token: first.token }),
  });
  expect(await signedIn.json()).toMatchObject({ role: "admin" });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";

  const second = await start();
  expect(await second.ended).toBe(1);
  expect(second.printed.trim()).toMatch(/^Port \d+ is taken: .+$/);
  expect(await unread(first.key)).toEqual(before);

  expect(await first.interrupt()).toBe(0);
  await checkPorts(ports);

  const third = await start();
  expect(await unread(third.key)).toEqual(before);
  expect((await fetch(`${app}/api/me`, withKey(first.key))).status).toBe(401);
  expect((await fetch(`${app}/api/me`, { headers: { cookie } })).status).toBe(200);
  expect(await third.interrupt()).toBe(0);
});

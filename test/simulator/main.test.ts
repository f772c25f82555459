import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { account_sid, messages, ours, theirs } from "./laboratory.ts";

async function started(state: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: {
      SIMULATOR_PORT: "0",
      SIMULATOR_STATE: state,
      TWILIO_ACCOUNT_SID: account_sid,
      TWILIO_AUTH_TOKEN: "a-token",
      PUBLIC_URL: "http://127.0.0.1:9",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill());
  let url = "";
  for await (const line of createInterface(child.stdout)) {
    url = line.replace(/^Simulator: /, "");
    break;
  }
  return {
    call: (path: string, init: RequestInit = {}) => fetch(url + path, init),
    put: (path: string, body: object, method = "PUT") =>
      fetch(`${url}/_simulator/${path}`, {
        method,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    send: () =>
      fetch(`${url}${messages}.json`, {
        method: "POST",
        headers: { authorization: `Basic ${btoa(`${account_sid}:a-token`)}` },
        body: new URLSearchParams({ To: theirs, From: ours, Body: "Dag" }),
      }),
    async stop() {
      child.kill();
      await once(child, "exit");
    },
  };
}

const scratch = (): string => join(mkdtempSync(join(tmpdir(), "simulator-")), "state.json");

test("phones and their messages are still there after a restart", async () => {
  const state = scratch();
  const first = await started(state);
  expect((await first.send()).status).toBe(201);
  await first.put("texts", { from: theirs, body: "JA" }, "POST");
  await first.stop();
  const second = await started(state);
  const thread = await second.call(`/_simulator/phones/${theirs}/messages`);
  expect(await thread.json()).toMatchObject({ messages: [{ body: "Dag" }, { body: "JA" }] });
});

test("a lost connection closes the socket instead of answering", async () => {
  const { put, send, call } = await started(scratch());
  await put("behaviour", { faults: [{ fault: "connection_lost" }] });
  await expect(send()).rejects.toThrow("fetch failed");
  const wire = await call("/_simulator/wire");
  expect(await wire.json()).toMatchObject({ wire: [{ status: null, note: "connection lost" }] });
});

test("a state of another version is set aside, not a crash", async () => {
  const state = scratch();
  writeFileSync(state, JSON.stringify({ messages: "old" }));
  const { call } = await started(state);
  expect(await (await call("/_simulator/phones")).json()).toEqual({ phones: [] });
});

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ownVariables } from "./own-variables.ts";
import { StopHere } from "./stop-here.ts";
import { workerVariables } from "./worker-variables.ts";

const urls = {
  worker: "http://localhost:8787",
  app: "http://localhost:8788",
  simulator: "http://localhost:8789",
};
const secrets = { PEPPER: "p".repeat(44), AUTH_SECRET: "s".repeat(44) };
const account = {
  TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000009",
  TWILIO_AUTH_TOKEN: "a-token-of-their-own",
  TWILIO_PHONE_NUMBER: "+32460000009",
};

const devVars = (text: string) => {
  const path = join(mkdtempSync(join(tmpdir(), "spreekuur-vars-")), ".dev.vars");
  writeFileSync(path, text);
  return path;
};

test("with nothing of one's own, everything goes to the simulator", () => {
  expect(workerVariables({}, urls, secrets)).toMatchObject({
    TWILIO_API_URL: urls.simulator,
    RESEND_API_URL: urls.simulator,
    PUBLIC_URL: urls.worker,
    APP_URL: urls.app,
    ...secrets,
  });
});

test("one's own Twilio account replaces the simulator for Twilio alone", () => {
  expect(workerVariables(account, urls, secrets)).toMatchObject({
    ...account,
    TWILIO_API_URL: "https://api.twilio.com",
    RESEND_API_URL: urls.simulator,
  });
});

test("half an account is reported, and never filled up with the simulator's", () => {
  const half = { TWILIO_ACCOUNT_SID: account.TWILIO_ACCOUNT_SID };
  expect(() => workerVariables(half, urls, secrets)).toThrow(
    ".dev.vars or the environment: TWILIO_AUTH_TOKEN is not set. TWILIO_PHONE_NUMBER is not set.",
  );
});

test("the environment wins over .dev.vars, and an empty value counts as none", () => {
  const path = devVars(`ADMIN_EMAIL=an@example.org\nAPP_URL="http://localhost:1"\nPEPPER=\n`);
  expect(ownVariables({ APP_URL: "http://localhost:2", HOME: "/root" }, path)).toEqual({
    ADMIN_EMAIL: "an@example.org",
    APP_URL: "http://localhost:2",
  });
});

test("no .dev.vars is no problem", () => {
  expect(ownVariables({}, "/nowhere/.dev.vars")).toEqual({});
});

test("a malformed .dev.vars stops the start with the number of its line", () => {
  const path = devVars("# mine\n\nADMIN_EMAIL: an@example.org\n");
  expect(() => ownVariables({}, path)).toThrow(
    new StopHere(".dev.vars, line 3: expected NAME=value."),
  );
});

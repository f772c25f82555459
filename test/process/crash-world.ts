import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, withDatabase } from "../local/database.ts";
import { localSecrets } from "../local/local-secrets.ts";
import { freePorts } from "../local/ports.ts";
import { replaceDemoKey } from "../local/sign-in.ts";
import { apiOf } from "./api.ts";
import type { Claim } from "./laws.ts";
import { serveSimulator } from "./serve-simulator.ts";
import { workerProcess } from "./worker-process.ts";

const account = {
  TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000001",
  TWILIO_AUTH_TOKEN: "an-auth-token-of-tests",
  TWILIO_PHONE_NUMBER: "+32460000000",
  RESEND_API_KEY: "re_tests",
};

/** A Worker that can be killed, its database, and the provider it talks to; not started yet. */
export const crashWorld = async () => {
  const ports = await freePorts();
  const stateDir = mkdtempSync(join(tmpdir(), "spreekuur-crash-"));
  const url = `http://127.0.0.1:${ports.worker}`;
  const provider = `http://127.0.0.1:${ports.simulator}`;

  const simulator = await serveSimulator(ports.simulator, {
    account_sid: account.TWILIO_ACCOUNT_SID,
    auth_token: account.TWILIO_AUTH_TOKEN,
    phone_number: account.TWILIO_PHONE_NUMBER,
    resend_api_key: account.RESEND_API_KEY,
    webhooks: { sms: `${url}/api/sms/webhook#rc=5&rp=all` },
  });
  const variables = {
    ...account,
    ...localSecrets(stateDir),
    TWILIO_API_URL: provider,
    RESEND_API_URL: provider,
    EMAIL_FROM: "Spreekuur <noreply@spreekuur.example>",
    ADMIN_EMAIL: "lotte@spreekuur.example",
    PUBLIC_URL: url,
    APP_URL: `http://localhost:${ports.app}`,
  };
  const [worker] = await Promise.all([
    workerProcess({ port: ports.worker, stateDir, variables }),
    migrate(stateDir),
  ]);

  return {
    simulator,
    worker,
    api: apiOf(url, await withDatabase(stateDir, replaceDemoKey)),
    /** To be called while the Worker is down: what was due within the minute is due now. */
    letAMinutePass: () =>
      withDatabase(stateDir, (db) =>
        db.prepare("UPDATE messages SET due_at = due_at - 60000 WHERE due_at IS NOT NULL").run(),
      ),
    claims: () =>
      withDatabase(stateDir, async (db) => {
        const claimed = "SELECT id, status, claimed_at FROM messages WHERE claimed_at IS NOT NULL";
        return (await db.prepare(claimed).all<Claim>()).results;
      }),
    stop: async () => {
      await worker.kill();
      simulator.close();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
};

export type CrashWorld = Awaited<ReturnType<typeof crashWorld>>;

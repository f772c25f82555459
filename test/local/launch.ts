import { rmSync } from "node:fs";
import { isLoopback } from "../../worker/context/config.ts";
import { answering } from "./answering.ts";
import { appIsStale, buildApp } from "./build-app.ts";
import { migrate, withDatabase } from "./database.ts";
import { fillDemo } from "./fill-demo.ts";
import { fireCrons } from "./fire-crons.ts";
import { localSecrets } from "./local-secrets.ts";
import { demoPhones, namePhones } from "./name-phones.ts";
import type { Variables } from "./own-variables.ts";
import {
  type Setting,
  simulates,
  startPages,
  startSimulator,
  startVite,
  startWorker,
} from "./parts.ts";
import { checkPorts, type Ports } from "./ports.ts";
import { registryOf, wranglerConfig } from "./project.ts";
import { ensureAdmin, makeSignInLink, removeDemoKey, replaceDemoKey } from "./sign-in.ts";
import type { StopHere } from "./stop-here.ts";
import { workerVariables } from "./worker-variables.ts";

export type LaunchOptions = {
  ports: Ports;
  /** Everything that outlives a restart: database, phones, secrets; and the logs. */
  stateDir: string;
  /** The developer's own variables, from .dev.vars and the environment. */
  own?: Variables;
  /** Forgets what an earlier start kept. */
  fresh?: boolean;
  /** "built" as it is deployed, or "vite" with hot reload. */
  app?: "built" | "vite";
  say?: (line: string) => void;
  /** Gives up while starting; once started, `stop` is for that. */
  signal?: AbortSignal;
};

export type RunningSystem = Setting & {
  /** null where others than this machine reach the Worker. */
  apiKey: string | null;
  /** A link that signs the first admin in; each works once, for ten minutes. */
  signInLink(): Promise<string>;
  /** Settles when a part stops by itself. */
  broken: Promise<StopHere>;
  /** The Worker alone goes down and comes back, for tests that ask what is left then. */
  worker: { kill(): Promise<void>; start(): Promise<void> };
  stop(): Promise<void>;
};

/** Starts simulator, Worker and app together; they answer when this resolves. */
export const launch = async (options: LaunchOptions): Promise<RunningSystem> => {
  const { ports, stateDir, own = {}, fresh = false, app = "built" } = options;
  const { say = () => {}, signal = new AbortController().signal } = options;
  await checkPorts(ports);
  if (fresh) rmSync(stateDir, { recursive: true, force: true });
  const urls = {
    worker: `http://localhost:${ports.worker}`,
    app: `http://localhost:${ports.app}`,
    simulator: `http://localhost:${ports.simulator}`,
  };
  const variables = workerVariables(own, urls, localSecrets(stateDir));
  const setting: Setting = { ports, urls, stateDir, variables };

  if (app === "built" && appIsStale()) {
    say("Building the app …");
    await buildApp(signal);
  }
  say("Preparing the database …");
  const { apiKey, phones } = await prepareDatabase(setting, signal);

  say("Starting simulator, Worker and app …");
  const startApp = () => (app === "built" ? startPages(setting) : startVite(setting));
  const simulator = startSimulator(setting);
  let worker = startWorker(setting);
  let front = startApp();
  const broken = Promise.race([simulator, worker, front].map(({ gone }) => gone));
  const crons = fireCrons(urls.worker, wranglerConfig().triggers.crons ?? []);
  const stop = async () => {
    crons.stop();
    await Promise.all([simulator, worker, front].map((child) => child.stop()));
  };

  try {
    await allAnswering(setting, broken, signal);
    if (simulates(setting).twilio) await namePhones(urls.simulator, phones);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...setting,
    apiKey,
    signInLink: () => withDatabase(stateDir, (db) => makeSignInLink(db, variables)),
    broken,
    worker: {
      kill: () => worker.kill(),
      start: async () => {
        // Wrangler's registry would send Pages to the Worker that is gone for more than a minute.
        await front.kill();
        rmSync(registryOf(stateDir), { recursive: true, force: true });
        worker = startWorker(setting);
        front = startApp();
        await answering(`${urls.app}/api/health`, signal);
      },
    },
    stop,
  };
};

const prepareDatabase = async ({ stateDir, variables }: Setting, signal: AbortSignal) => {
  await migrate(stateDir, signal);
  signal.throwIfAborted();
  return withDatabase(stateDir, async (db) => {
    await fillDemo(db, Date.now(), variables.PEPPER);
    await ensureAdmin(db, variables.ADMIN_EMAIL);
    const onlyHere = isLoopback(variables.PUBLIC_URL);
    return {
      apiKey: onlyHere ? await replaceDemoKey(db) : await removeDemoKey(db),
      phones: await demoPhones(db),
    };
  });
};

const allAnswering = async ({ urls }: Setting, broken: Promise<StopHere>, signal: AbortSignal) => {
  const giveUp = new AbortController();
  const ready = Promise.all(
    // The third is the whole way: from the app through its function to the Worker.
    [`${urls.simulator}/_simulator/state`, `${urls.app}/`, `${urls.app}/api/health`].map((url) =>
      answering(url, AbortSignal.any([signal, giveUp.signal])),
    ),
  );
  const failure = await Promise.race([ready.then(() => undefined), broken]);
  giveUp.abort();
  await ready.catch(() => {});
  if (failure) throw failure;
};

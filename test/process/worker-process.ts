import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { z } from "zod";
import { answering } from "../local/answering.ts";
import { type Child, runToEnd, startChild } from "../local/child.ts";
import { root, wrangler, wranglerEnv } from "../local/project.ts";

const vars = z.record(z.string(), z.unknown()).parse;

type Setting = {
  port: number;
  /** Everything that outlives a kill. */
  stateDir: string;
  variables: Record<string, string>;
};

/** The Worker as it is deployed, on workerd in a process group of its own, with its state on disk. */
export const workerProcess = async ({ port, stateDir, variables }: Setting) => {
  const bundle = join(stateDir, "bundle");
  await runToEnd({
    name: "Bundling the Worker",
    command: wrangler("deploy", "--dry-run", "--outdir", bundle),
    cwd: root,
    env: { ...process.env, ...wranglerEnv(stateDir) },
  });
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, "wrangler.toml"));
  const options = join(stateDir, "miniflare.json");
  writeFileSync(
    options,
    JSON.stringify({
      ...workerOptions,
      bindings: { ...vars(workerOptions.bindings), ...variables },
      rootPath: bundle,
      modulesRoot: bundle,
      modules: [{ type: "ESModule", path: join(bundle, "index.js") }],
      host: "127.0.0.1",
      port,
      resourcePersistencePath: join(stateDir, "v3"),
      unsafeTriggerHandlers: true,
    }),
  );

  let child: Child | undefined;
  return {
    start: async (): Promise<void> => {
      child = startChild({
        name: "workerd",
        command: [process.execPath, join(import.meta.dirname, "host.ts"), options],
        cwd: root,
        env: { PATH: process.env["PATH"], HOME: process.env["HOME"], TMPDIR: stateDir },
        log: join(stateDir, "logs", "worker.log"),
      });
      const giveUp = new AbortController();
      const ready = answering(`http://127.0.0.1:${port}/api/health`, giveUp.signal);
      const ended = child.gone.then((reason) => {
        giveUp.abort(reason);
      });
      await Promise.race([ready, ended.then(() => ready)]);
    },
    /** kill -9 of the whole group: workerd hears nothing, and finishes nothing. */
    kill: async (): Promise<void> => child?.kill(),
  };
};

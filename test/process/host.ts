import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

type Miniflare = {
  Miniflare: new (options: unknown) => { ready: Promise<URL> };
  convertV4MiniflareOptions(options: unknown): unknown;
};

/** The one that wrangler itself runs on; it is wrangler's dependency, not ours. */
const miniflare = (): Miniflare => {
  const ours = createRequire(import.meta.url);
  const wranglers = createRequire(ours.resolve("wrangler/package.json"));
  return wranglers("miniflare") as Miniflare;
};

/** Runs a bundled Worker on workerd, as the file of options says, until it is killed. */
const { Miniflare, convertV4MiniflareOptions } = miniflare();
const options: unknown = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
await new Miniflare(convertV4MiniflareOptions(options)).ready;

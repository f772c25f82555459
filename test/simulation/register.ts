import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { isPatched, patched } from "./patches.ts";

const root = fileURLToPath(import.meta.resolve("../../"));
const fileOf = (url: string) =>
  url.startsWith("file:") ? fileURLToPath(url).slice(root.length) : url;

/**
 * Lets the Worker's source run in Node, where there is no `cloudflare:workers`, and changes it where
 * patches.ts says so. Imported before anything of the Worker.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "cloudflare:workers"
      ? { url: new URL("cloudflare-workers.ts", import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) => {
    const loaded = next(url, context);
    const file = fileOf(url);
    if (!isPatched(file)) return loaded;
    return { ...loaded, source: patched(file, String(loaded.source)) };
  },
});

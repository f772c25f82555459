import { registerHooks } from "node:module";

/** Lets the Worker's source run in Node: there is no `cloudflare:workers` here. Imported before anything of it. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "cloudflare:workers"
      ? { url: new URL("cloudflare-workers.ts", import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});

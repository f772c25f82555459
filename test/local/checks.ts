import { wrangler } from "./project.ts";
import { type Step, tool } from "./step.ts";

/** What can be said about the code without running it; the slow ones first. */
export const checks: readonly Step[] = [
  { name: "types", command: tool("tsc", "-b") },
  { name: "lint", command: tool("oxlint") },
  { name: "unused", command: tool("knip", "-c", "test/knip.json", "--no-progress") },
  {
    name: "bindings",
    command: wrangler("types", "--check", "--include-runtime=false", "worker/env.d.ts"),
  },
  { name: "format", command: tool("oxfmt", "--check") },
];

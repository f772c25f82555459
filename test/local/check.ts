import { checks } from "./checks.ts";
import { runSteps, tool } from "./step.ts";

const config = "test/vitest.config.ts";

const { failed } = await runSteps([
  ...checks,
  {
    name: "architecture",
    command: tool("vitest", "run", "--config", config, "--project", "node", "test/architecture"),
  },
]);
process.exit(failed === 0 ? 0 : 1);

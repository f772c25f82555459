import { join } from "node:path";
import { type Child, startChild } from "./child.ts";
import { optionalSecrets, variableNames, type Variables } from "./own-variables.ts";
import type { Ports } from "./ports.ts";
import { type Command, root, vite, wrangler, wranglerEnv } from "./project.ts";
import type { Urls, WorkerVariables } from "./worker-variables.ts";

export type Setting = {
  ports: Ports;
  urls: Urls;
  stateDir: string;
  variables: WorkerVariables;
};

/** Which providers the simulator stands in for. */
export const simulates = ({ urls, variables }: Pick<Setting, "urls" | "variables">) => ({
  twilio: variables["TWILIO_API_URL"] === urls.simulator,
  resend: variables["RESEND_API_URL"] === urls.simulator,
});

export const startSimulator = (setting: Setting): Child => {
  const { twilio, resend } = simulates(setting);
  // Credentials of a real account are not its business.
  const known = Object.entries(setting.variables).filter(
    ([name]) =>
      !(name.startsWith("TWILIO_") && !twilio) && !(name.startsWith("RESEND_") && !resend),
  );
  return part(setting, "simulator", [process.execPath, join(root, "test/simulator/main.ts")], {
    ...Object.fromEntries(known),
    SIMULATOR_PORT: String(setting.ports.simulator),
    SIMULATOR_STATE: join(setting.stateDir, "simulator.json"),
  });
};

export const startWorker = (setting: Setting): Child => {
  const { variables, ports, stateDir } = setting;
  // Wrangler takes from the environment what wrangler.toml names, and nothing else.
  const unnamed = optionalSecrets.flatMap((name) =>
    variables[name] === undefined ? [] : ["--var", `${name}:${variables[name]}`],
  );
  const command = wrangler("dev", "--port", String(ports.worker), ...quietly);
  // An env file, even an empty one, keeps wrangler from reading .dev.vars by itself.
  const options = ["--persist-to", stateDir, "--env-file", "/dev/null", ...unnamed];
  return part(setting, "worker", [...command, ...options], variables);
};

/** The app as it is deployed: built files and the function that forwards /api/* to the Worker. */
export const startPages = (setting: Setting): Child =>
  part(
    setting,
    "app",
    wrangler("pages", "dev", "--port", String(setting.ports.app), ...quietly),
    {},
    join(root, "frontend"),
  );

/** The app with hot reload; vite forwards /api/* itself. */
export const startVite = (setting: Setting): Child =>
  part(
    setting,
    "app",
    vite("--port", String(setting.ports.app), "--strictPort"),
    { API_URL: setting.urls.worker },
    join(root, "frontend"),
  );

const quietly = ["--inspector-port", "0", "--show-interactive-dev-session", "false"];

const part = (
  { stateDir }: Setting,
  name: string,
  command: Command,
  env: Variables = {},
  cwd = root,
): Child => {
  const outside = { ...process.env };
  for (const variable of variableNames()) delete outside[variable];
  return startChild({
    name: `The ${name}`,
    command,
    cwd,
    env: { ...outside, ...wranglerEnv(stateDir), ...env },
    log: join(stateDir, "logs", `${name}.log`),
  });
};

import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./child.ts";
import { root, vite } from "./project.ts";

const built = join(root, "frontend/dist/index.html");
const sources = [
  "frontend/{index.html,*.ts}",
  "frontend/{src,public}/**/*",
  "worker/contracts/*",
  "package-lock.json",
];

/** Whether what the browser gets is older than what it is made of. */
export const appIsStale = (): boolean => {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return globSync(sources, { cwd: root }).some(
    (path) => statSync(join(root, path)).mtimeMs > builtAt,
  );
};

export const buildApp = (signal?: AbortSignal): Promise<void> =>
  runToEnd(
    {
      name: "Building the app",
      command: vite("build", "--logLevel", "warn"),
      cwd: join(root, "frontend"),
      env: process.env,
    },
    signal,
  );

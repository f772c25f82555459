import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const pause_ms = 250;

/** Keeps a value on disk: written whole or not at all, and at most four times a second. */
export function stateFile(path: string) {
  let waiting: NodeJS.Timeout | undefined;

  const write = (value: () => unknown): void => {
    clearTimeout(waiting);
    waiting = undefined;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(value()));
    renameSync(`${path}.new`, path);
  };

  return {
    read: (): unknown => {
      try {
        return JSON.parse(readFileSync(path, "utf8"));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    },
    saveSoon: (value: () => unknown): void => {
      waiting ??= setTimeout(() => write(value), pause_ms);
    },
    saveNow: write,
  };
}

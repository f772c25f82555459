import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "./project.ts";
import { type Count, run, tool } from "./step.ts";

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** Runs projects of test/vitest.config.ts, and counts tests from vitest's own report. */
export const runVitest = async (name: string, ...projects: string[]): Promise<Count> => {
  const path = join(root, "node_modules/.cache/vitest", `${name}.json`);
  rmSync(path, { force: true });
  const { code, seconds } = await run(
    tool(
      "vitest",
      "run",
      "--config",
      "test/vitest.config.ts",
      ...projects.map((project) => `--project=${project}`),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${path}`,
    ),
    "inherit",
  );
  console.log(`${code === 0 ? "✓" : "✗"} ${name.padEnd(14)} ${seconds} s`);
  const { passed, failed } = readReport(path);
  // A file that does not load has no test that could fail.
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
};

const readReport = (path: string): Count => {
  try {
    const { numPassedTests, numFailedTests } = report.parse(JSON.parse(readFileSync(path, "utf8")));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

import { appIsStale, buildApp } from "./build-app.ts";
import { checks } from "./checks.ts";
import { installChromium } from "./chromium.ts";
import { runSteps, sum } from "./step.ts";
import { StopHere } from "./stop-here.ts";
import { runVitest } from "./vitest.ts";

try {
  await installChromium();
  const counts = [await runSteps(checks), await runVitest("rules, Worker", "node", "workers")];
  if (appIsStale()) await buildApp();
  counts.push(await runVitest("kills of the Worker", "process"));
  counts.push(await runVitest("browser", "browser"));
  const { passed, failed } = sum(counts);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
} catch (error) {
  if (!(error instanceof StopHere)) throw error;
  console.error(error.message);
  process.exit(1);
}

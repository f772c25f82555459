import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, type RunningSystem } from "./launch.ts";
import { freePorts } from "./ports.ts";

/** The system of `npm start`, filled afresh, on ports of its own; gone without a trace when stopped. */
export const launchForTests = async (): Promise<RunningSystem> => {
  const stateDir = mkdtempSync(join(tmpdir(), "spreekuur-"));
  const forget = () => rmSync(stateDir, { recursive: true, force: true });
  try {
    const system = await launch({ ports: await freePorts(), stateDir });
    return { ...system, stop: () => system.stop().finally(forget) };
  } catch (error) {
    forget();
    throw error;
  }
};

import { system } from "./provided.ts";

const tell = async (what: "kill" | "start"): Promise<void> => {
  const answer = await fetch(`${system().workerControl}/${what}`, { method: "POST" });
  if (!answer.ok) throw new Error(`${what}: ${await answer.text()}`);
};

/** kill -9 of the Worker's whole process group. */
export const killWorker = (): Promise<void> => tell("kill");

/** Resolves when it answers again, through the app. */
export const startWorker = (): Promise<void> => tell("start");

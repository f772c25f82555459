import { once } from "node:events";
import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { launchForTests } from "../local/launch-for-tests.ts";
import type { RunningSystem } from "../local/launch.ts";
import { inviteColleagues } from "./invite-colleagues.ts";
import { redeem } from "./sign-in-by-mail.ts";

/** Starts the system of `npm start` once, and signs four colleagues in. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const system = await launchForTests();
  try {
    const { urls, apiKey } = system;
    if (apiKey === null) throw new Error("The tests need the demo key.");
    const lotte = await redeem(urls, await system.signInLink());
    const sessions = { lotte, ...(await inviteColleagues(urls, lotte)) };
    const control = await workerControl(system);
    project.provide("system", { urls, apiKey, sessions, workerControl: control.url });
    return async () => {
      control.close();
      await system.stop();
    };
  } catch (error) {
    await system.stop();
    throw error;
  }
};

/** Tests run in other processes than this one, which has the Worker in hand. */
const workerControl = async ({ worker }: RunningSystem) => {
  const server = createServer((request, response) => {
    const done = request.url === "/kill" ? worker.kill() : worker.start();
    done.then(
      () => response.writeHead(204).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("No port to listen on.");
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
};

import { createServer } from "node:net";
import { StopHere } from "./stop-here.ts";

export type Ports = { worker: number; app: number; simulator: number };

const names = {
  worker: "WORKER_PORT",
  app: "APP_PORT",
  simulator: "SIMULATOR_PORT",
} as const satisfies Record<keyof Ports, string>;

/** Where the parts listen, unless the environment says otherwise. */
export const portsOf = (env: Readonly<Record<string, string | undefined>>): Ports => {
  const read = (part: keyof Ports, usual: number) => {
    const port = Number(env[names[part]] ?? usual);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    throw new StopHere(`${names[part]} must be a port number, not "${env[names[part]]}".`);
  };
  return {
    worker: read("worker", 8787),
    app: read("app", 8788),
    simulator: read("simulator", 8789),
  };
};

/** Three ports that nobody uses: for tests that run beside a system of their developer's. */
export const freePorts = async (): Promise<Ports> => {
  const [worker, app, simulator] = await Promise.all([listen(0), listen(0), listen(0)]);
  const found = { worker: worker.port, app: app.port, simulator: simulator.port };
  await Promise.all([worker.close(), app.close(), simulator.close()]);
  return found;
};

export const checkPorts = async (ports: Ports): Promise<void> => {
  for (const part of ["worker", "app", "simulator"] as const) {
    for (const host of ["127.0.0.1", "::1"]) {
      const server = await listen(ports[part], host).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EADDRINUSE") return undefined;
        throw new StopHere(
          `Port ${ports[part]} is taken: stop what listens there, or choose another one with ${names[part]}=…`,
        );
      });
      await server?.close();
    }
  }
};

const listen = async (port: number, host = "127.0.0.1") => {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};

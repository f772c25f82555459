import type { z } from "zod";
import type { Ports, SimulatorOptions, WebhookInit } from "./core/ports.ts";
import { createSimulator } from "./create-simulator.ts";
import { virtualClock } from "./virtual-clock.ts";

type Received = {
  at: number;
  url: string;
  headers: Record<string, string>;
  params: [string, string][];
  form: Record<string, string>;
};

export const account_sid = "AC00000000000000000000000000000001";
export const service_sid = "MG00000000000000000000000000000001";
export const ours = "+32460000000";
export const theirs = "+32470000014";

export const options: SimulatorOptions = {
  account_sid,
  auth_token: "a-token",
  api_keys: [{ sid: "SK00000000000000000000000000000001", secret: "a-secret" }],
  phone_number: ours,
  messaging_service_sid: service_sid,
  resend_api_key: "re_key",
  webhooks: { sms: "https://product.test/api/sms/webhook#rc=5&rp=all" },
};

const basic = `Basic ${btoa(`${account_sid}:a-token`)}`;
export const messages = `/2010-04-01/Accounts/${account_sid}/Messages`;

/** A simulator on a virtual clock, and a product that writes down what it is called with. */
export function laboratory(saved?: unknown) {
  const clock = virtualClock();
  const received: Received[] = [];
  let answer = (): Response | Error => new Response(null, { status: 204 });
  let seed = 7;

  const ports: Ports = {
    now: clock.now,
    schedule: clock.schedule,
    random: () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647,
    async fetch(url: string, init: WebhookInit) {
      const params = [...new URLSearchParams(init.body)] as const;
      const form = Object.fromEntries(params);
      received.push({ at: clock.now(), url, headers: init.headers, params: [...params], form });
      const given = answer();
      if (given instanceof Error) throw given;
      return given;
    },
  };
  const simulator = createSimulator(options, ports, saved);

  const call = async (path: string, init: RequestInit = {}): Promise<Response> =>
    simulator.fetch(
      new Request(`http://simulator.test${path}`, {
        ...init,
        headers: { authorization: basic, ...init.headers },
      }),
    );

  return {
    clock,
    received,
    simulator,
    call,
    answerWith: (next: () => Response | Error) => (answer = next),
    get: (path: string) => call(path),
    post: (path: string, form: Record<string, string>) =>
      call(path, { method: "POST", body: new URLSearchParams(form) }),
    send: (form: Record<string, string> = {}) =>
      call(`${messages}.json`, {
        method: "POST",
        body: new URLSearchParams({
          To: theirs,
          From: ours,
          Body: "Goeiemorgen",
          StatusCallback: "https://product.test/status?m=1#rc=3&rp=all",
          ...form,
        }),
      }),
    statuses: () => received.map(({ form }) => form["MessageStatus"]),
  };
}

export const read = async <Schema extends z.ZodType>(
  answer: Response,
  schema: Schema,
): Promise<z.output<Schema>> => schema.parse(await answer.json());

import type { WebhookCall } from "../core/state.ts";
import { logWire } from "../core/wire-log.ts";
import type { World } from "../core/world.ts";
import { connectionOverrides, type Trouble } from "./connection-overrides.ts";
import { signature } from "./signature.ts";

type Outcome = { status: number | null; trouble: Trouble | null };

const first_pause_ms = 250;

/** One attempt; a failed one books the next while the fifteen seconds last. */
export async function postWebhook(world: World, call: WebhookCall): Promise<void> {
  const overrides = connectionOverrides(call.url);
  const started = world.ports.now();
  const first_at = call.first_at ?? started;
  const left_ms = overrides.total_ms - (started - first_at);

  const outcome = await attempt(world, call, overrides.url, left_ms);
  logWire(world, {
    at: started,
    took_ms: world.ports.now() - started,
    direction: "to_product",
    method: "POST",
    url: overrides.url,
    params: call.params,
    status: outcome.status,
    note: call.attempt > 0 ? `retry ${call.attempt}` : null,
    sid: call.sid,
  });

  const pause_ms = first_pause_ms * 2 ** call.attempt;
  const spent_ms = world.ports.now() - first_at;
  if (outcome.trouble === null || !overrides.retry_on.has(outcome.trouble)) return;
  if (call.attempt >= overrides.retries || spent_ms + pause_ms >= overrides.total_ms) return;
  const next = { ...call, attempt: call.attempt + 1, first_at };
  world.later({ kind: "webhook", call: next }, pause_ms);
}

async function attempt(
  world: World,
  call: WebhookCall,
  url: string,
  timeout_ms: number,
): Promise<Outcome> {
  const headers = {
    "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
    "user-agent": "TwilioProxy/1.1",
    "x-twilio-signature": await signature(world.settings.auth_token, url, call.params),
    "i-twilio-idempotency-token": call.token,
  };
  const body = new URLSearchParams(call.params).toString();
  try {
    const response = await world.ports.fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      timeout_ms,
    });
    await response.body?.cancel();
    return { status: response.status, trouble: troubleOf(response.status) };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    return { status: null, trouble: timedOut ? "rt" : "ct" };
  }
}

function troubleOf(status: number): Trouble | null {
  if (status >= 500) return "5xx";
  return status >= 300 ? "4xx" : null;
}

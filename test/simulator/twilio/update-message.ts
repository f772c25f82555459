import type { Message } from "../core/state.ts";
import type { World } from "../core/world.ts";
import { putMessage } from "./advance.ts";
import { callBack } from "./callbacks.ts";
import { isFinal } from "./journeys.ts";
import type { Refused } from "./refusals.ts";

/** Twilio lets a message be redacted (an empty body) or, while scheduled, canceled; nothing else. */
export function updateMessage(
  world: World,
  message: Message,
  form: URLSearchParams,
): Message | Refused {
  if (form.get("Status") === "canceled") return cancel(world, message);
  if (form.get("Body") === "") return redact(world, message);
  return { code: 20001, about: [...form.keys()].join(", ") };
}

function cancel(world: World, message: Message): Message | Refused {
  if (message.status !== "scheduled") return { code: 30409 };
  const updated_at = world.ports.now();
  const canceled = putMessage(world, { ...message, status: "canceled", ahead: [], updated_at });
  callBack(world, canceled);
  return canceled;
}

function redact(world: World, message: Message): Message | Refused {
  if (!isFinal(message.status)) return { code: 20009 };
  return putMessage(world, { ...message, body: "", updated_at: world.ports.now() });
}

export function deleteMessage(world: World, message: Message): Refused | null {
  if (!isFinal(message.status)) return { code: 20009 };
  delete world.state.messages[message.sid];
  world.emit({ type: "message_deleted", sid: message.sid });
  return null;
}

import { own } from "../core/own.ts";
import type { Mail } from "../core/state.ts";
import type { World } from "../core/world.ts";
import { emailRequest, type EmailRequest } from "./email-request.ts";
import type { ResendRefusal } from "./refusals.ts";

const remembered_ms = 24 * 60 * 60 * 1000;
const longest_key = 256;

type Sent = { id: string } | { refused: ResendRefusal; about?: string };

/** Within a day the same key gives the same answer, and never a second mail. */
export function sendEmail(world: World, request: string, key: string | undefined): Sent {
  if (key !== undefined && (key === "" || key.length > longest_key))
    return { refused: "invalid_idempotency_key" };

  const before = key === undefined ? undefined : own(world.state.mail_keys, key);
  if (before && world.ports.now() - before.at < remembered_ms)
    return before.request === request
      ? { id: before.mail_id }
      : { refused: "invalid_idempotent_request" };

  const parsed = emailRequest.safeParse(json(request));
  if (!parsed.success)
    return {
      refused: "missing_required_field",
      about: parsed.error.issues[0]?.path.join(".") ?? "",
    };
  const { id, created_at } = putMail(world, parsed.data);
  if (key !== undefined) world.state.mail_keys[key] = { mail_id: id, request, at: created_at };
  return { id };
}

function putMail(world: World, request: EmailRequest): Mail {
  const mail = { ...request, id: uuid(world.newId()), created_at: world.ports.now() };
  world.state.mails[mail.id] = mail;
  world.emit({ type: "mail", mail });
  return mail;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const uuid = (hex: string): string =>
  hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

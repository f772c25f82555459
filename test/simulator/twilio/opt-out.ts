import type { World } from "../core/world.ts";

type Wish = "stop" | "start" | "help";

/** Twilio's default keywords, English only; a number's own words are the product's business. */
const words: Record<string, Wish> = {
  STOP: "stop",
  STOPALL: "stop",
  UNSUBSCRIBE: "stop",
  CANCEL: "stop",
  END: "stop",
  QUIT: "stop",
  REVOKE: "stop",
  OPTOUT: "stop",
  START: "start",
  YES: "start",
  UNSTOP: "start",
  HELP: "help",
  INFO: "help",
};

const replies: Record<Wish, string> = {
  stop: "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.",
  start:
    "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
  help: "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
};

export const hasOptedOut = (world: World, address: string): boolean =>
  world.state.opted_out.includes(address);

/** Keeps Twilio's own block list; what it texts back, or null when nothing changed. */
export function heedKeyword(world: World, address: string, body: string): string | null {
  const wish = words[body.trim().toUpperCase()];
  if (!wish) return null;
  const out = hasOptedOut(world, address);
  if (wish === "stop" ? out : wish === "start" && !out) return null;
  if (wish === "stop") world.state.opted_out.push(address);
  if (wish === "start")
    world.state.opted_out = world.state.opted_out.filter((other) => other !== address);
  return replies[wish];
}

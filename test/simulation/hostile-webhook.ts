import { webhook } from "./forge.ts";
import { allPhones, type Play } from "./play.ts";
import { Violation } from "./violation.ts";
import type { Rng } from "./rng.ts";
import { config } from "./settings.ts";

const url = `${config.PUBLIC_URL}/api/sms/webhook`;

/** What somebody may post to a public address. None of it may be taken in. */
export const hostileWebhook = async (play: Play, by: Rng): Promise<void> => {
  const sid = `SMevil${by.int(0, 1e9)}`;
  const text = {
    MessageSid: sid,
    From: by.pick(allPhones),
    To: config.TWILIO_PHONE_NUMBER,
    Body: "STOP",
  };
  const good = await webhook(url, text);
  const forged = await webhook(url, text, "not the token");
  const init = by.pick([
    forged,
    { ...good, headers: { ...good.headers, "x-twilio-signature": "" } },
    { ...good, body: `${good.body}&Body=${by.int(0, 9)}` },
    { ...good, body: `${good.body}&Extra=${"x".repeat(70_000)}` },
    { ...good, body: "" },
    await webhook(url, { ...text, AccountSid: "AC00000000000000000000000000000002" }),
  ]);
  const ending = await play.twilio.enter(url, init);
  if (ending.kind === "answered" && ending.value.status < 400)
    throw new Violation("what is not signed is not taken in", `answered ${ending.value.status}`);
};

import { moves } from "./moves.ts";
import { phones, type Play } from "./play.ts";

/** One of everything, in an order in which each step finds what it needs. */
export const takeTour = async (play: Play): Promise<void> => {
  const { twilio, world, product } = play;
  const by = world.rng("tour");
  const wait = () => world.sleep(8_000);
  const texts = [phones.unknown1, phones.abeel, phones.berk, phones.unknown2];
  for (const phone of texts) twilio.textIn(phone, play.text("text"));
  await wait();
  twilio.setPhoneFaults(phones.ceder, [{ fault: "filtered" }]);
  twilio.setPhoneFaults(phones.esdoorn, [{ fault: "too_many_requests", chance: 0.5 }]);
  for (const practice of [1, 2, 3, 4, 5]) {
    const content = play.text("sms");
    await product.insist({
      as: "crm",
      method: "POST",
      path: "/api/sms/send",
      body: { practice_id: practice, content },
      headers: { "idempotency-key": content },
    });
  }
  await wait();
  twilio.textIn(phones.berk, "STOP");
  twilio.textIn(phones.abeel, "Stoppen");
  await moves.mark_read.play(play, by);
  await moves.reply.play(play, by);
  await wait();
  await moves.retry.play(play, by);
  await moves.link.play(play, by);
  await moves.link.play(play, by);
  await moves.reply.play(play, by);
  await wait();
  twilio.textIn(phones.berk, "START");
  await moves.add_number.play(play, by);
  await moves.create_practice.play(play, by);
  await moves.open_tab.play(play, by);
  await moves.reply.play(play, by);
  await wait();
  await moves.remove_number.play(play, by);
  await moves.erase.play(play, by);
  await moves.mark_read.play(play, by);
};

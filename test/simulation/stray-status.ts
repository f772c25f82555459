import { webhook } from "./forge.ts";
import type { Play } from "./play.ts";
import type { Rng } from "./rng.ts";
import { config } from "./settings.ts";

type Bound = { id: string; provider_id: string };

/** A status no message waits for: of another SID, after the last one, or about nothing of ours. */
export const strayStatus = async (play: Play, by: Rng): Promise<void> => {
  const bound = by.any(
    play.house.read<Bound>(
      `SELECT id, provider_id FROM messages
       WHERE direction = 'outbound' AND status IN ('sent', 'delivered') AND provider_id IS NOT NULL
       ORDER BY status = 'sent' DESC, seq DESC LIMIT 3`,
    ),
  );
  const id = bound?.id ?? "msg_018f0000-0000-7000-8000-000000000000";
  const url = `${config.PUBLIC_URL}/api/sms/status?message=${id}`;
  const [MessageSid, MessageStatus] = by.pick([
    [bound?.provider_id ?? "SMnobody", "undelivered"],
    [bound?.provider_id ?? "SMnobody", "sent"],
    ["SMsomebodyelse", "failed"],
    ["SMsomebodyelse", "delivered"],
  ]);
  if (MessageStatus === "undelivered") play.twilio.disowned.add(MessageSid);
  const init = await webhook(url, { MessageSid, MessageStatus, ErrorCode: "30003" });
  await play.twilio.enter(url, init);
};

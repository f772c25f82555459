import type { z } from "zod";
import type { Message, smsInput } from "#contracts/messages.ts";
import type { Ctx } from "../context/context.ts";
import { once } from "../http/idempotency.ts";
import { messageView } from "../inbox/message-view.ts";
import { asAccepted } from "./as-accepted.ts";
import { findMessage } from "./find-message.ts";
import { recipientOfPractice } from "./recipient.ts";
import { send } from "./send.ts";

export type SendSms = z.output<typeof smsInput> & { idempotency_key?: string | undefined };

/** An SMS to a practice. */
export const sendSms = (ctx: Ctx, { idempotency_key: key, ...body }: SendSms): Promise<Message> =>
  once(
    ctx,
    { key, body: { send: "sms", ...body } },
    async (id) => asAccepted(messageView(await findMessage(ctx, id))),
    async (remember) => {
      const id = ctx.newId("msg");
      const recipient = await recipientOfPractice(ctx, { ...body, channel: "sms" });
      return send(ctx, { id, recipient, content: body.content, alongside: remember(id) });
    },
  );

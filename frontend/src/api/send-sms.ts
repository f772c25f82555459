import type { smsInput } from "#contracts/messages.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { answer, rpc } from "./client.ts";

interface Sms {
  key: string;
  sms: input<typeof smsInput>;
}

/** `key` stays the same while one tries again, so that one text leaves at most once. */
export const sendSms = mutationOptions({
  mutationFn: ({ key, sms }: Sms) =>
    answer(rpc.sms.send.$post({ header: { "idempotency-key": key }, json: sms })),
  onSuccess: (message, _sms, _result, { client }) =>
    client.invalidateQueries({ queryKey: ["sms-history", message.practice_id] }),
});

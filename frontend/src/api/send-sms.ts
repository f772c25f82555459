import type { Message, smsInput } from "#contracts/messages.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { api } from "./client.ts";

interface Sms {
  key: string;
  sms: input<typeof smsInput>;
}

/** `key` stays the same while one tries again, so that one text leaves at most once. */
export const sendSms = mutationOptions({
  mutationFn: ({ key, sms }: Sms) =>
    api.post<Message>("/api/sms/send", { body: sms, headers: { "Idempotency-Key": key } }),
  onSuccess: (message, _sms, _result, { client }) =>
    client.invalidateQueries({ queryKey: ["sms-history", message.practice_id] }),
});

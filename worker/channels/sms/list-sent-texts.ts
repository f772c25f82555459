import type { Ctx } from "../../context/context.ts";
import type { ListedMessage } from "../channel.ts";
import { reasonOf } from "../twilio/error-codes.ts";
import { firstPage, type TwilioMessage } from "../twilio/list-messages.ts";
import { meaningOf } from "../twilio/statuses.ts";

/** What Twilio has sent to a number lately, newest first. */
export const listSentTexts = async (ctx: Ctx, address: string): Promise<ListedMessage[]> => {
  const { messages } = await firstPage(ctx, { To: address, PageSize: "50" });
  return messages.flatMap(listed);
};

const listed = (message: TwilioMessage): ListedMessage[] => {
  const status = meaningOf(message.status);
  const created_at = Date.parse(message.date_created ?? "");
  if (!status || Number.isNaN(created_at) || message.direction === "inbound") return [];
  const provider_code = message.error_code === null ? null : String(message.error_code);
  const reason = status === "failed" ? reasonOf(provider_code) : null;
  const report = { status, reason, provider_code };
  return [{ provider_id: message.sid, content: message.body ?? "", created_at, report }];
};

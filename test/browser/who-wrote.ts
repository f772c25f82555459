import { expect } from "vitest";
import { aPractice, type OwnPractice, readPractice } from "./api.ts";
import { phoneAt } from "./phone.ts";

/** A practice whose text has arrived. */
export const whoWrote = async (
  text: string,
  fields: Record<string, unknown> = {},
): Promise<OwnPractice & { conversation: string }> => {
  const practice = await aPractice(fields);
  await phoneAt(practice.number).text(text);
  let conversation = "";
  await expect
    .poll(async () => (conversation = (await readPractice(practice.id)).conversation_id ?? ""), {
      timeout: 20_000,
    })
    .not.toBe("");
  return { ...practice, conversation };
};

import { z } from "zod";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

const prefixed = <P extends IdPrefix>(prefix: P) =>
  z.string().regex(new RegExp(`^${prefix}_${uuid}$`), `must look like ${prefix}_<uuidv7>`);

/** What an id names; the prefix makes a pasted id say what it is. */
export type IdPrefix = "msg" | "conv" | "cp" | "person" | "audit";

export const messageId = prefixed("msg");
export const conversationId = prefixed("conv");
export const contactPointId = prefixed("cp");
export const personId = prefixed("person");
/** Practices keep the integer id they have in the CRM. */
export const practiceId = z.int().positive();

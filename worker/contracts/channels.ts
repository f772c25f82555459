import { z } from "zod";

/** Channels a message can travel over. */
export const channelKinds = ["email", "sms", "whatsapp"] as const;
export const channelKind = z.enum(channelKinds);
export type ChannelKind = z.infer<typeof channelKind>;

/** How a contact point can be reached; `phone` is for calls only. */
export const contactChannels = [...channelKinds, "phone"] as const;
export const contactChannel = z.enum(contactChannels);
export type ContactChannel = z.infer<typeof contactChannel>;

/** null where the question makes no sense (email). */
export const lineTypes = ["mobile", "landline"] as const;
export const lineType = z.enum(lineTypes);
export type LineType = z.infer<typeof lineType>;

/** Languages a practice is written to in. */
export const languages = ["nl", "fr", "de", "en"] as const;
export const language = z.enum(languages);
export type Language = z.infer<typeof language>;

import type { ContactChannel } from "#contracts/channels.ts";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export const channelNames = {
  email: msg`Email`,
  sms: msg`SMS`,
  whatsapp: msg`WhatsApp`,
  phone: msg`Phone`,
} satisfies Record<ContactChannel, MessageDescriptor>;

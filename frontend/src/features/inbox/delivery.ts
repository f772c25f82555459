import type { MessageStatus } from "#contracts/messages.ts";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  Ban,
  Check,
  CheckCheck,
  Clock,
  ClockAlert,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";

interface Delivery {
  Icon: LucideIcon;
  word: MessageDescriptor;
  tone: string;
}

const quiet = "text-ink-3";

/** One picture and one word per state; what is not known is never dressed up as what is. */
export const deliveries = {
  queued: { Icon: Clock, word: msg`Queued`, tone: quiet },
  sending: { Icon: Clock, word: msg`Sending`, tone: quiet },
  sent: { Icon: Check, word: msg`Sent`, tone: quiet },
  delivered: { Icon: CheckCheck, word: msg`Delivered`, tone: quiet },
  read: { Icon: CheckCheck, word: msg`Read`, tone: "text-accent" },
  failed: { Icon: TriangleAlert, word: msg`Not delivered`, tone: "text-danger-text" },
  unknown: { Icon: ClockAlert, word: msg`Unknown`, tone: "text-warn-text" },
  cancelled: { Icon: Ban, word: msg`Cancelled`, tone: quiet },
  skipped: { Icon: Ban, word: msg`Not sent`, tone: quiet },
  received: { Icon: Check, word: msg`Received`, tone: quiet },
} satisfies Record<MessageStatus, Delivery>;

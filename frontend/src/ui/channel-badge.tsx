import type { ContactChannel } from "#contracts/channels.ts";
import { useLingui } from "@lingui/react/macro";
import { Mail, MessageSquareText, Phone } from "lucide-react";
import type { ComponentType } from "react";
import { channelNames } from "./channel-names.ts";
import { classes } from "./classes.ts";
import { WhatsAppGlyph } from "./whatsapp-glyph.tsx";

interface Look {
  Glyph: ComponentType<{ width?: number; height?: number; strokeWidth?: number }>;
  /** Colour and shape: each channel survives greyscale by its outline alone. */
  tile: string;
}

const looks = {
  email: { Glyph: Mail, tile: "rounded-[28%/32%] bg-email-tint border-email-line text-email-text" },
  sms: {
    Glyph: MessageSquareText,
    tile: "rounded-[32%] rounded-bl-[8%] bg-sms-tint border-sms-line text-sms-text",
  },
  whatsapp: {
    Glyph: WhatsAppGlyph,
    tile: "rounded-full bg-whatsapp-tint border-whatsapp-line text-whatsapp-text",
  },
  phone: { Glyph: Phone, tile: "rounded-[32%] bg-chip border-line-strong text-ink-2" },
} satisfies Record<ContactChannel, Look>;

const sizes = { 20: "size-5", 24: "size-6", 28: "size-7", 32: "size-8" } as const;

interface ChannelBadgeProps {
  channel: ContactChannel;
  size?: keyof typeof sizes;
  className?: string;
}

/** The channel's mark: its glyph in its own tile, named for whoever cannot see it. */
export function ChannelBadge({ channel, size = 28, className }: ChannelBadgeProps) {
  const { i18n } = useLingui();
  const { Glyph, tile } = looks[channel];
  return (
    <span
      role="img"
      aria-label={i18n._(channelNames[channel])}
      className={classes("grid shrink-0 place-items-center border", sizes[size], tile, className)}
    >
      <Glyph width={size * 0.56} height={size * 0.56} strokeWidth={size < 24 ? 2 : 1.75} />
    </span>
  );
}

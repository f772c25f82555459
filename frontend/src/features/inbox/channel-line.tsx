import type { ChannelKind } from "#contracts/channels.ts";
import { classes } from "../../ui/classes.ts";

const strokes = {
  email: "w-0.5 line-email",
  sms: "w-0.5 line-sms",
  whatsapp: "w-[3px] line-whatsapp",
} satisfies Record<ChannelKind, string>;

/** The line through every conversation; its stroke says the channel. */
export const ChannelLine = ({ channel }: { channel: ChannelKind }) => (
  <span
    aria-hidden="true"
    className={classes(
      "absolute inset-y-0 left-(--line-at) -translate-x-1/2 forced-colors:border-l",
      strokes[channel],
    )}
  />
);

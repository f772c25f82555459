import type { Language } from "#contracts/channels.ts";
import type { ReactNode, Ref } from "react";

/** What every channel's composer gets; the page fills the slots per channel. */
export interface ChannelComposerProps {
  text: string;
  onText: (text: string) => void;
  onSend: () => void;
  language: Language | null;
  /** Replaces the send button, for instance by "view first". */
  action?: ReactNode;
  /** A few words about the text itself: saved, in which language. */
  status?: ReactNode;
  label: string;
  textRef: Ref<HTMLTextAreaElement>;
}

import type { ComponentProps } from "react";

/** Our own drawing, not the brand's mark: a round bubble with a handset. */
export const WhatsAppGlyph = (props: ComponentProps<"svg">) => (
  <svg
    viewBox="0 0 24 24"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    strokeLinejoin="round"
    {...props}
  >
    <path d="M3.2 20.8 4.6 16.4A9 9 0 1 1 8 19.6Z" />
    <path d="M9 8.6c-.3 3.4 3 6.8 6.4 6.4l.6-1.7-1.9-1-.9.8a4.6 4.6 0 0 1-2.3-2.3l.8-.9-1-1.9Z" />
  </svg>
);

/** A bubble that is a clock: the speaking hour. */
export const Logo = ({ size = 26 }: { size?: number }) => (
  <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
    <path
      fill="var(--accent-fill)"
      d="M16 3a13 13 0 1 1-6.2 24.4L3.6 29l1.6-5.7A13 13 0 0 1 16 3Z"
    />
    <path
      d="M16.5 9.5v7l-4.6 3.2"
      fill="none"
      stroke="var(--on-accent)"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);

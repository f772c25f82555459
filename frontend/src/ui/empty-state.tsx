import type { ReactNode } from "react";

interface EmptyStateProps {
  title: ReactNode;
  children?: ReactNode;
}

/** A fact and one way on. */
export const EmptyState = ({ title, children }: EmptyStateProps) => (
  <div className="appear grid justify-items-center gap-2 px-6 py-12 text-center">
    <p className="display text-xl">{title}</p>
    <div className="max-w-80 text-pretty text-ink-2">{children}</div>
  </div>
);

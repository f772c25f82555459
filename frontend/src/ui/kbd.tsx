export const Kbd = ({ children }: { children: string }) => (
  <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-1 border border-line-strong bg-raised px-1 font-ui text-2xs text-ink-2">
    {children}
  </kbd>
);

import { Trans } from "@lingui/react/macro";

const widths = ["w-3/5", "w-2/5", "w-1/2 ml-auto", "w-2/3", "w-2/5 ml-auto"];

export const ThreadSkeleton = () => (
  <div role="status" className="late flex min-h-0 flex-1 flex-col">
    <span className="sr-only">
      <Trans>Loading</Trans>
    </span>
    <div className="h-14 shrink-0 border-b border-line px-5 py-4">
      <span className="block h-5 w-48 rounded-1 bg-hover" />
    </div>
    <div className="grid content-end gap-4 overflow-hidden p-6 pl-24">
      {widths.map((width) => (
        <span key={width} className={`block h-12 rounded-bubble bg-hover ${width}`} />
      ))}
    </div>
  </div>
);

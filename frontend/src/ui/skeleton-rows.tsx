import { Trans } from "@lingui/react/macro";

/** Rows at their final height, after 150 ms, without a shimmer. */
export const SkeletonRows = ({ count = 8 }: { count?: number }) => (
  <div className="late" role="status">
    <span className="sr-only">
      <Trans>Loading</Trans>
    </span>
    {Array.from({ length: count }, (_, row) => (
      <div key={row} aria-hidden="true" className="flex h-[76px] gap-3 px-5 py-3 max-md:h-[88px]">
        <span className="size-7 shrink-0 rounded-2 bg-hover" />
        <span className="grid flex-1 content-start gap-2 pt-1">
          <span className="h-3 w-1/2 rounded-1 bg-hover" />
          <span className="h-3 w-4/5 rounded-1 bg-hover" />
        </span>
      </div>
    ))}
  </div>
);

import { Trans } from "@lingui/react/macro";

interface RowSkeletonsProps {
  /** The height the rows will have. */
  height_px: number;
  count?: number;
}

/** Two lines a row, at the final height, after 150 ms. */
export const RowSkeletons = ({ height_px, count = 8 }: RowSkeletonsProps) => (
  <div className="late" role="status">
    <span className="sr-only">
      <Trans>Loading</Trans>
    </span>
    {Array.from({ length: count }, (_, row) => (
      <div
        key={row}
        aria-hidden="true"
        className="grid content-center gap-2 px-6 max-md:px-5"
        style={{ height: height_px }}
      >
        <span className="h-3 w-2/5 rounded-1 bg-hover" />
        <span className="h-2.5 w-1/4 rounded-1 bg-hover" />
      </div>
    ))}
  </div>
);

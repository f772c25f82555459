import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { SegmentCount } from "./segments.ts";

/** One bar per segment; the count in words above it. */
export function SegmentMeter({ count }: { count: SegmentCount }) {
  const { t } = useLingui();
  const { used, capacity, units, forcing } = count;
  const segments = used.length;
  const room = segments <= 1 ? capacity : capacity * segments;
  const unicode = forcing.length > 0;
  return (
    <div role="group" aria-label={t`Length of the SMS`} className="grid gap-1 text-xs">
      <p className="flex justify-between gap-3">
        <span className={unicode && segments > 1 ? "text-warn-text" : "text-ink"}>
          <Plural value={segments} one="# segment" other="# segments" />
          {unicode ? (
            <>
              ,{" "}
              <Plural
                value={forcing.length}
                one="because of # character"
                other="because of # characters"
              />
            </>
          ) : null}
        </span>
        <span className="text-ink-3 tabular-nums">
          <Trans>
            {units} of {room}
          </Trans>
        </span>
      </p>
      <div aria-hidden="true" className="flex h-1.5 gap-1">
        {used.map((part, index) => (
          <span
            key={index}
            className="flex-1 overflow-hidden rounded-full bg-sunken outline-1 -outline-offset-1 outline-line"
          >
            <span
              className="block h-full bg-sms"
              style={{ width: `${(part / capacity) * 100}%` }}
            />
          </span>
        ))}
      </div>
    </div>
  );
}

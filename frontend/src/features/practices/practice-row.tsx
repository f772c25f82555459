import type { ContactChannel } from "#contracts/channels.ts";
import type { Practice } from "#contracts/practices.ts";
import { ChannelBadge } from "../../ui/channel-badge.tsx";
import { classes } from "../../ui/classes.ts";

interface PracticeRowProps {
  practice: Practice;
  selected: boolean;
  onClick: () => void;
}

export function PracticeRow({ practice, selected, onClick }: PracticeRowProps) {
  const channels = [...new Set(practice.contact_points.map(({ channel }): ContactChannel => channel))];
  return (
    <button
      type="button"
      aria-current={selected || undefined}
      onClick={onClick}
      className={classes(
        "flex h-full w-full items-center gap-3 rounded-3 border border-transparent px-3 text-left -outline-offset-2 max-md:rounded-none max-md:border-b-line max-md:px-5",
        selected ? "border-line bg-selected shadow-1" : "hover:bg-hover",
      )}
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{practice.name}</span>
        <span className="flex gap-2 truncate text-xs text-ink-3">
          {[practice.postcode, practice.municipality].filter(Boolean).join(" ")}
          <span className="uppercase">{practice.language}</span>
        </span>
      </span>
      <span className="flex gap-1">
        {channels.map((channel) => (
          <ChannelBadge key={channel} channel={channel} size={20} />
        ))}
      </span>
    </button>
  );
}

import { useLingui } from "@lingui/react/macro";
import { ArrowLeft, PanelRight } from "lucide-react";
import { Chip } from "../../ui/chip.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { conversationName } from "./conversation-name.ts";
import type { OpenConversation } from "./use-conversation.ts";

interface ThreadHeaderProps {
  head: NonNullable<OpenConversation["head"]>;
  /** Nothing else is on the screen, so that this names the page. */
  alone: boolean;
  onBack: () => void;
  panelOpen: boolean;
  onPanel: () => void;
}

export function ThreadHeader({ head, alone, onBack, panelOpen, onPanel }: ThreadHeaderProps) {
  const { t } = useLingui();
  const Heading = alone ? "h1" : "h2";
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-5 max-md:px-2">
      <IconButton label={t`Back to the list`} shortcut="Esc" onClick={onBack} className="md:hidden">
        <ArrowLeft size={16} strokeWidth={1.75} />
      </IconButton>
      <div className="min-w-0">
        <Heading className="flex items-center gap-2 text-lg font-strong">
          <span className="truncate">{conversationName(head)}</span>
          {head.language !== null && (
            <Chip>
              <span className="uppercase">{head.language}</span>
            </Chip>
          )}
        </Heading>
        {head.municipality !== null && (
          <p className="truncate text-xs text-ink-3 md:hidden">{head.municipality}</p>
        )}
      </div>
      <IconButton
        label={t`Practice`}
        shortcut="i"
        aria-expanded={panelOpen}
        onClick={onPanel}
        className="ml-auto"
      >
        <PanelRight size={16} strokeWidth={1.75} />
      </IconButton>
    </header>
  );
}

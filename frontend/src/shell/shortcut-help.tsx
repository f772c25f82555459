import { useLingui } from "@lingui/react/macro";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { useStore } from "../ui/store.ts";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { helpOpen } from "./help-open.ts";

const sendKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? ["⌘", "↵"] : ["Ctrl", "↵"];

/** Every key, in the reader's language. */
export function ShortcutHelp() {
  const { t } = useLingui();
  const open = useStore(helpOpen);
  useShortcuts({ "?": () => helpOpen.set(true) });

  const groups = [
    {
      title: t`List`,
      keys: [
        { keys: ["j"], does: t`Next conversation` },
        { keys: ["k"], does: t`Previous conversation` },
        { keys: ["Enter"], does: t`Open` },
        { keys: ["s"], does: t`Search` },
      ],
    },
    {
      title: t`Conversation`,
      keys: [
        { keys: ["r"], does: t`Reply` },
        { keys: sendKeys, does: t`Send` },
        { keys: ["i"], does: t`Show or hide the practice` },
        { keys: ["Esc"], does: t`Back to the list` },
      ],
    },
    { title: t`Everywhere`, keys: [{ keys: ["?"], does: t`This list` }] },
  ];

  return (
    <Dialog open={open} title={t`Keyboard shortcuts`} onClose={() => helpOpen.set(false)}>
      <div className="grid gap-5">
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 className="mb-1 font-strong text-ink-2">{title}</h3>
            <dl className="divide-y divide-line">
              {keys.map((one) => (
                <div key={one.does} className="flex items-center justify-between py-1.5">
                  <dt>{one.does}</dt>
                  <dd className="flex gap-1">
                    {one.keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

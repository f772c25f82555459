import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Dialog } from "../ui/dialog.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { letterKeys } from "../ui/letter-keys.ts";
import { useStore } from "../ui/store.ts";

const sendKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? ["⌘", "↵"] : ["Ctrl", "↵"];

/** Every key, in the reader's language. */
export default function ShortcutList({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const letters = useStore(letterKeys);

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
    <Dialog open title={t`Keyboard shortcuts`} onClose={onClose}>
      <div className="grid gap-5">
        {!letters && (
          <p className="rounded-2 bg-chip px-3 py-2 text-pretty">
            <Trans>
              Single-letter shortcuts are off on this device.{" "}
              <Link to="/settings" onClick={onClose} className="link">
                Change this in Settings
              </Link>
            </Trans>
          </p>
        )}
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

import { lazy, Suspense } from "react";
import { useStore } from "../ui/store.ts";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { helpOpen } from "./help-open.ts";

const ShortcutList = lazy(() => import("./shortcut-list.tsx"));

/** "?" shows every key; the list comes when it is first asked for. */
export function ShortcutHelp() {
  const open = useStore(helpOpen);
  useShortcuts({ "?": () => helpOpen.set(true) });
  return (
    open && (
      <Suspense>
        <ShortcutList onClose={() => helpOpen.set(false)} />
      </Suspense>
    )
  );
}

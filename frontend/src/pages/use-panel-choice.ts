import { useState } from "react";
import { stored } from "../ui/stored.ts";

const remembered = stored("spreekuur.panel");

/** Whether the practice stands beside the thread; remembered on this device. */
export function usePanelChoice(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(remembered.get() !== "closed");
  return [
    open,
    (next) => {
      setOpen(next);
      remembered.set(next ? "open" : "closed");
    },
  ];
}

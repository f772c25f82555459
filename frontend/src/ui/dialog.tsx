import { lazy, Suspense } from "react";
import type { DialogProps } from "./dialog-popup.tsx";

const DialogPopup = lazy(() => import("./dialog-popup.tsx"));

/** The overlay code comes with the first dialog one opens. */
export const Dialog = (props: DialogProps) =>
  props.open && (
    <Suspense>
      <DialogPopup {...props} />
    </Suspense>
  );

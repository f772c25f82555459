import { lazy, Suspense, useEffect, useState } from "react";

const TooltipPopup = lazy(() => import("./tooltip-popup.tsx"));

const after_ms = 500;

/** One tooltip for the whole app: any element with data-tooltip has it. */
export function TooltipHost() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const owner = (target: EventTarget | null) =>
      target instanceof Element ? target.closest<HTMLElement>("[data-tooltip]") : null;
    const point = ({ target }: Event) => {
      clearTimeout(waiting);
      const next = owner(target);
      if (next === null) setAnchor(null);
      else waiting = setTimeout(() => setAnchor(next), after_ms);
    };
    const focus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(":focus-visible")) point(event);
    };
    const hide = () => {
      clearTimeout(waiting);
      setAnchor(null);
    };
    const escape = ({ key }: KeyboardEvent) => key === "Escape" && hide();
    document.addEventListener("pointerover", point);
    document.addEventListener("focusin", focus);
    document.addEventListener("focusout", hide);
    document.addEventListener("pointerdown", hide);
    document.addEventListener("keydown", escape);
    return () => {
      hide();
      document.removeEventListener("pointerover", point);
      document.removeEventListener("focusin", focus);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("pointerdown", hide);
      document.removeEventListener("keydown", escape);
    };
  }, []);

  return (
    anchor?.isConnected && (
      <Suspense>
        <TooltipPopup anchor={anchor} onClose={() => setAnchor(null)} />
      </Suspense>
    )
  );
}

import { useStore } from "./store.ts";
import { toastStore } from "./toast.ts";

/** One quiet sentence, bottom left; the region is always there so that it is read out. */
export function ToastCorner() {
  const toast = useStore(toastStore);
  return (
    <div
      role="status"
      className="pointer-events-none fixed bottom-4 left-4 z-(--z-toast) max-md:right-4 max-md:bottom-20 md:left-[72px]"
    >
      {toast && (
        <p key={toast.id} className="rise w-fit rounded-3 bg-ink px-4 py-2.5 text-surface shadow-2">
          {toast.text}
        </p>
      )}
    </div>
  );
}

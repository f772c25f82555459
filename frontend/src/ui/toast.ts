import { createStore } from "./store.ts";

const stays_ms = 5_000;

export const toastStore = createStore<{ id: number; text: string } | null>(null);

export function showToast(text: string): void {
  const id = Date.now();
  toastStore.set({ id, text });
  setTimeout(() => {
    if (toastStore.get()?.id === id) toastStore.set(null);
  }, stays_ms);
}

import { createStore } from "./store.ts";
import { stored } from "./stored.ts";

export type Theme = "system" | "light" | "dark";

const remembered = stored("spreekuur.theme");
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

const first = remembered.get();
export const themeStore = createStore<Theme>(
  first === "light" || first === "dark" ? first : "system",
);

function paint(): void {
  const theme = themeStore.get();
  const dark = theme === "dark" || (theme === "system" && prefersDark.matches);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

themeStore.subscribe(paint);
prefersDark.addEventListener("change", paint);

export function chooseTheme(theme: Theme): void {
  themeStore.set(theme);
  remembered.set(theme);
}

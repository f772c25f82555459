import type { BrowserContext } from "playwright-core";
import { system } from "./provided.ts";

/** What goes wrong in a browser without a word on the screen, and what it asks of strangers. */
export const watch = (context: BrowserContext): { errors: string[]; strangers: string[] } => {
  const { app } = system().urls;
  const errors: string[] = [];
  const strangers: string[] = [];
  context.on("weberror", (event) => errors.push(String(event.error())));
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} ${message.location().url}`);
  });
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${app}/`) && !url.startsWith("data:")) strangers.push(url);
  });
  return { errors, strangers };
};

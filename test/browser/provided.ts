import { inject } from "vitest";
import type { Urls } from "../local/worker-variables.ts";

/** A colleague who is signed in: the cookie that says so. */
export type Session = { name: string; value: string };

/** One system for all browser tests, as global-setup.ts started it. */
export type Provided = {
  urls: Urls;
  apiKey: string;
  /** Where the Worker can be killed and started again. */
  workerControl: string;
  sessions: Record<Colleague, Session>;
};

/** Lotte is the admin of `npm start`; the others were invited by her. */
export const colleagues = {
  bram: { name: "Bram Claes", email: "bram@spreekuur.example", role: "agent", locale: "nl" },
  claire: {
    name: "Claire Lambert",
    email: "claire@spreekuur.example",
    role: "admin",
    locale: "fr",
  },
  emma: { name: "Emma Janssens", email: "emma@spreekuur.example", role: "admin", locale: "en" },
} as const;

export type Colleague = "lotte" | keyof typeof colleagues;

declare module "vitest" {
  interface ProvidedContext {
    system: Provided;
  }
}

export const system = (): Provided => inject("system");

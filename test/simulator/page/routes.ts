import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";

const files = {
  "theme.js": { at: "./theme.js", type: "text/javascript" },
  "client.js": { at: "./client.js", type: "text/javascript" },
  "tokens.css": { at: "./tokens.css", type: "text/css" },
  "page.css": { at: "./page.css", type: "text/css" },
} as const;

export function pageRoutes(_: { app_url: string }) {
  const app = new Hono();
  return app;
}

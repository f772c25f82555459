import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { linguiMacros } from "./lingui-macros.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

const proxy = { "/api": { target: process.env["API_URL"] ?? "http://localhost:8787", ws: true } };

/** The files the first paint waits for; fetched at once instead of one after the other. */
const preloads = [
  { file: /hanken-grotesk-latin-wght.*\.woff2$/, rel: "preload", as: "font" },
  { file: /(inbox-page|app-shell)-.*\.js$/, rel: "modulepreload", as: "script" },
];

const preloadFirstPaint: Plugin = {
  name: "preload-first-paint",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {}).flatMap((name) =>
        preloads
          .filter(({ file }) => file.test(name))
          .map(({ rel, as }) => ({
            tag: "link",
            attrs: { rel, as, href: `/${name}`, crossorigin: "" },
            injectTo: "head" as const,
          })),
      ),
  },
};

/** What every page needs comes in two files instead of fifty; overlays stay apart, they come later. */
const chunks = [
  {
    name: "vendor",
    test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@lingui\/(core|react|message-utils)|@tanstack\/(?!.*virtual)[^/]+)\//,
  },
  { name: "shell", test: /frontend\/src\/(ui|api|live|i18n|shell)\/(?!.*-popup\.tsx)/ },
];

export default defineConfig({
  root: here,
  plugins: [
    linguiMacros(),
    react(),
    tailwindcss(),
    lingui({ cwd: here, failOnMissing: true, failOnCompileError: true }),
    preloadFirstPaint,
  ],
  resolve: {
    alias: { "#contracts": fileURLToPath(new URL("../worker/contracts", import.meta.url)) },
  },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { port: 5173, proxy },
  preview: { port: 8788, proxy },
});

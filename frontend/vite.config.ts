import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { linguiMacros } from "./lingui-macros.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

const proxy = { "/api": { target: process.env["API_URL"] ?? "http://localhost:8787", ws: true } };

/** Fetched at once on every page, instead of one after the other. */
const font = /hanken-grotesk-latin-wght.*\.woff2$/;
/** The same for the page most people open; whoever still has to sign in is spared it. */
const inbox = /(inbox-page|app-shell)-.*\.js$/;

const preloadFirstPaint: Plugin = {
  name: "preload-first-paint",
  transformIndexHtml: {
    order: "post",
    handler: (html, { bundle }) => {
      const paths = Object.keys(bundle ?? {}).map((name) => `/${name}`);
      const early = paths.filter((path) => inbox.test(path)).join(" ");
      return {
        // boot.js knows which page it is, and preloads these or not.
        html: html.replace('src="/boot.js"', `$& data-preload="${early}"`),
        tags: paths
          .filter((path) => font.test(path))
          .map((href) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", href, crossorigin: "" },
            injectTo: "head" as const,
          })),
      };
    },
  },
};

/** What every page needs comes in two files instead of fifty; overlays stay apart, they come later. */
const chunks = [
  {
    name: "vendor",
    test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@lingui\/(core|react|message-utils)|@tanstack\/(?!.*virtual)[^/]+)\//,
  },
  {
    name: "shell",
    test: /frontend\/src\/(ui|api|live|i18n|shell)\/(?!.*(-popup|shortcut-list)\.tsx)/,
  },
];

export default defineConfig(({ command }) => {
  // Tests that start a build hand it their own NODE_ENV, and would get React's development half.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
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
    server: { port: 5173, proxy, fs: { allow: [".."] } },
    preview: { port: 8788, proxy },
  };
});

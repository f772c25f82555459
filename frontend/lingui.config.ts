import { defineConfig } from "@lingui/conf";

export default defineConfig({
  locales: ["nl", "fr", "en"],
  sourceLocale: "en",
  catalogs: [{ path: "<rootDir>/src/locales/{locale}", include: ["<rootDir>/src"] }],
  orderBy: "message",
});

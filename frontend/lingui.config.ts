import { defineConfig } from "@lingui/cli";

export default defineConfig({
  locales: ["nl", "fr", "en"],
  sourceLocale: "en",
  catalogs: [{ path: "<rootDir>/src/locales/{locale}", include: ["<rootDir>/src"] }],
  orderBy: "message",
});

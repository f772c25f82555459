import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { linguiMacros } from "../frontend/lingui-macros.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
// Lingui looks for its config where it is run.
process.env["LINGUI_CONFIG"] = `${root}frontend/lingui.config.ts`;

/** Every var and secret of wrangler.toml is set here, so that no one's .dev.vars or environment shines through. */
const config = {
  TWILIO_API_URL: "http://twilio.test",
  TWILIO_CONTENT_URL: "http://content.twilio.test",
  TWILIO_PRICING_URL: "http://pricing.twilio.test",
  RESEND_API_URL: "http://resend.test",
  TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000001",
  TWILIO_AUTH_TOKEN: "an-auth-token-of-tests",
  TWILIO_PHONE_NUMBER: "+32460000000",
  RESEND_API_KEY: "re_tests",
  EMAIL_FROM: "Spreekuur <noreply@spreekuur.example>",
  ADMIN_EMAIL: "admin@spreekuur.example",
  PEPPER: "a-pepper-of-tests",
  AUTH_SECRET: "an-auth-secret-of-tests-that-is-long-enough",
  PUBLIC_URL: "http://localhost:8787",
  APP_URL: "http://localhost:8788",
};

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        plugins: [linguiMacros()],
        resolve: { alias: { "#contracts": `${root}worker/contracts` } },
        test: {
          name: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/{worker,flows,browser,process}/**", "test/local/start.test.ts"],
        },
      },
      {
        root,
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: `${root}wrangler.toml` },
            miniflare: {
              bindings: { ...config, TEST_MIGRATIONS: await readD1Migrations(`${root}migrations`) },
            },
          })),
        ],
        test: {
          name: "workers",
          include: ["test/{worker,flows}/**/*.test.ts"],
          setupFiles: ["test/worker/setup.ts"],
        },
      },
      {
        root,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts", "test/local/start.test.ts"],
          globalSetup: ["test/browser/global-setup.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        root,
        test: {
          name: "process",
          include: ["test/process/**/*.test.ts"],
          // Wrangler would report secrets missing that are handed over later.
          env: { WRANGLER_LOG: "error" },
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

declare namespace Cloudflare {
  interface Env {
    /** The migrations, read by test/vitest.config.ts. */
    TEST_MIGRATIONS: import("cloudflare:test").D1Migration[];
  }
}

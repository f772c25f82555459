import { describe, expect, it } from "vitest";
import { safePath } from "../../../frontend/src/api/safe-path.ts";

const origin = "https://app.spreekuur.example";

describe("where one goes after signing in", () => {
  it.each(["/inbox?c=conv_1&filter=unread", "/practices?p=3", "/settings#theme"])(
    "is %s, inside the app",
    (path) => {
      expect(safePath(path, origin)).toBe(path);
    },
  );

  it.each([
    undefined,
    "",
    "https://evil.example/inbox",
    "//evil.example",
    "/\\evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "/sign-in/link?token=x",
    "/api/auth/sign-out",
    "inbox",
  ])("is the inbox instead of %s", (path) => {
    expect(safePath(path, origin)).toBe("/inbox");
  });
});

import { describe, expect, it } from "vitest";
import { shortcutOf } from "../../../frontend/src/ui/shortcut.ts";

const press = (key: string, change: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  target: null,
  ...change,
});
const inside = (tag: string) => ({
  target: { closest: (selector: string) => selector.includes(tag) } as unknown as EventTarget,
});

describe("single-key shortcuts", () => {
  it("go by what the key prints, so that AZERTY works", () => {
    expect(shortcutOf(press("j"), true)).toBe("j");
    expect(shortcutOf(press("J"), true)).toBe("j");
    expect(shortcutOf(press("?"), true)).toBe("?");
    expect(shortcutOf(press("Escape"), true)).toBe("Escape");
  });

  it.each([
    ["typing", inside("input")],
    ["composing", { isComposing: true }],
    ["holding Ctrl", { ctrlKey: true }],
    ["holding Meta", { metaKey: true }],
    ["holding Alt", { altKey: true }],
  ])("do nothing while %s", (_doing, change) => {
    expect(shortcutOf(press("r", change), true)).toBeNull();
  });

  it("leave Enter to the button it presses", () => {
    expect(shortcutOf(press("Enter", inside("button")), true)).toBeNull();
  });

  it("act by name only where single letters are off", () => {
    expect(["j", "?", "Escape", "Enter"].map((key) => shortcutOf(press(key), false))).toEqual([
      null,
      null,
      "Escape",
      "Enter",
    ]);
  });
});

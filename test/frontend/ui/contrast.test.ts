import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../frontend/src/ui/tokens.css", import.meta.url), "utf8");
const darkAt = css.indexOf('[data-theme="dark"]');
const themes = { light: css.slice(0, darkAt), dark: css.slice(darkAt, css.indexOf("@media")) };

/** OKLCH to relative luminance, clipped into sRGB as a screen does. */
function luminance(l: number, c: number, h: number): number {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const linear = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

function token(theme: keyof typeof themes, name: string): number {
  const found = new RegExp(`--${name}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(
    themes[theme],
  );
  if (!found) throw new Error(`tokens.css has no --${name} for ${theme}`);
  return luminance(Number(found[1]), Number(found[2]), Number(found[3]));
}

const contrast = (theme: keyof typeof themes, one: string, other: string): number => {
  const [a, b] = [token(theme, one), token(theme, other)].sort((x, y) => y - x);
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
};

const grounds = ["paper", "surface", "raised"];
const onGrounds = (names: string[]) =>
  names.flatMap((name) => grounds.map((ground) => [name, ground]));

const texts = [
  ...onGrounds([
    "ink",
    "ink-2",
    "ink-3",
    "accent",
    "danger-text",
    "warn-text",
    "email-text",
    "sms-text",
    "whatsapp-text",
  ]),
  ["on-accent", "accent-fill"],
  ["accent", "accent-soft"],
  ["ink-2", "chip"],
  ["ink-3", "hover"],
  ["danger-text", "danger-tint"],
  ["warn-text", "warn-tint"],
  ...["email", "sms", "whatsapp"].flatMap((channel) => [
    ["ink", `${channel}-tint`],
    [`${channel}-text`, `${channel}-tint`],
  ]),
];
const marks = onGrounds(["email", "sms", "whatsapp", "control", "focus", "danger"]);

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it.each(texts)("lets --%s be read on --%s (4.5)", (text = "", ground = "") => {
    expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)("shows --%s on --%s (3)", (mark = "", ground = "") => {
    expect(contrast(theme, mark, ground)).toBeGreaterThanOrEqual(3);
  });
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");
const root = css.slice(css.indexOf("\n:root {"), css.indexOf(':root[data-theme="light"]'));
const more = root.slice(root.indexOf("@variant contrast"));

type Colours = Record<string, string>;

/** The first or second colour of every light-dark() in a block. */
function colours(block: string, which: 1 | 2): Colours {
  const found = [...block.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
  return Object.fromEntries(found.map((match) => [match[1] ?? "", match[which + 1] ?? ""]));
}

const base = root.slice(0, root.indexOf("@variant contrast"));
const themes: Record<string, Colours> = {
  light: colours(base, 1),
  dark: colours(base, 2),
  "light, high contrast": { ...colours(base, 1), ...colours(more, 1) },
  "dark, high contrast": { ...colours(base, 2), ...colours(more, 2) },
};

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Colours, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => {
    const hex = theme[name];
    if (!hex) throw new Error(`theme.css has no six-digit --${name}`);
    return luminance(hex);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ["paper", "surface", "sunken", "raised", "hover", "pressed"];
const still = ["paper", "surface", "sunken", "raised", "hover"];
const pairs = (fronts: string[], backs: string[]) => fronts.flatMap((front) => backs.map((back) => [front, back] as const));

/** Text that may stand on a ground: 4.5:1 (WCAG 1.4.3). */
const texts = [
  ...pairs(["ink", "ink-soft"], grounds),
  ...pairs(["accent", "accent-hover", "bad", "warn", "good"], still),
  ...pairs(["rung-building", "rung-compound", "rung-community", "rung-referred"], still),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["accent-ink", "accent-soft"],
  ["ink", "accent-soft"],
  ["ink-soft", "accent-soft"],
  ["on-bad", "bad-fill"],
  ["bad", "bad-soft"],
  ["warn", "warn-soft"],
  ["good", "good-soft"],
  ["on-tip", "tip"],
] as const;

/** Edges of controls, focus rings, the ladder's edges: 3:1 (WCAG 1.4.11). */
const edges = pairs(["line-strong", "focus", "accent"], ["paper", "surface", "sunken", "raised"]);

test.each(Object.keys(themes))("every text of the %s theme reaches 4.5:1, every edge 3:1", (name) => {
  const theme = themes[name] ?? {};
  expect(Object.keys(theme).length).toBeGreaterThanOrEqual(30);
  const weak = [
    ...texts.map(([front, back]) => ({ front, back, least: 4.5 })),
    ...edges.map(([front, back]) => ({ front, back, least: 3 })),
  ]
    .map((pair) => ({ ...pair, is: contrast(theme, pair.front, pair.back) }))
    .filter((pair) => pair.is < pair.least)
    .map((pair) => `${pair.front} on ${pair.back}: ${pair.is.toFixed(2)} < ${pair.least}`);
  expect(weak).toEqual([]);
});

test("high contrast is more contrast: text reaches 7:1 (AAA)", () => {
  for (const name of ["light, high contrast", "dark, high contrast"]) {
    const theme = themes[name] ?? {};
    for (const [front, back] of pairs(["ink", "ink-soft", "accent", "bad", "warn", "good"], ["paper", "surface", "sunken", "raised"])) {
      expect(contrast(theme, front, back), `${name}: ${front} on ${back}`).toBeGreaterThanOrEqual(7);
    }
  }
});

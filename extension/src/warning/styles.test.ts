// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import en from "../../_locales/en/messages.json";
import es from "../../_locales/es/messages.json";
import pt from "../../_locales/pt_BR/messages.json";
import { clearOf, PILL, pillCorners } from "./place";
import { COLOURS, MARKS } from "./styles";
import { parseColour } from "./theme";

function rgb(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** Relative luminance, 0 (black) to 1 (white). */
function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.map((part) => {
    const channel = part / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

describe("contrast, computed by WCAG 2.2", () => {
  test.each(["light", "dark"] as const)("all text of the %s theme has 4.5:1 or more", (name) => {
    const { surface, text, soft, accent, onAccent } = COLOURS[name];
    const pairs = [
      [surface, text],
      [surface, soft],
      [surface, accent],
      [accent, onAccent],
    ] as const;
    for (const [ground, ink] of pairs) expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["#a8431a", "#2463b3", "#5f6368"])("the pill's white figure on %s has 4.5:1 or more", (ground) => {
    expect(contrast(ground, "#ffffff")).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["#ffffff", "#f0f2f5", "#242526", "#18191a", "#000000"])("underlines on %s have 3:1 or more", (ground) => {
    for (const mark of Object.values(MARKS)) expect(contrast(ground, mark)).toBeGreaterThanOrEqual(3);
  });

  test("the manifest's sheet paints the same colours as the mirror", () => {
    const sheet = readFileSync("src/highlight.css", "utf8");
    for (const mark of Object.values(MARKS)) expect(sheet).toContain(mark);
  });
});

describe("the page's ground", () => {
  test("is read from rgb and rgba, and from nothing else", () => {
    expect(parseColour("rgb(36, 37, 38)")).toEqual([36, 37, 38, 1]);
    expect(parseColour("rgba(0, 0, 0, 0)")).toEqual([0, 0, 0, 0]);
    expect(parseColour("color(srgb 1 1 1)")).toBeNull();
  });
});

describe("where boxes go", () => {
  const view = { width: 1000, height: 800 };
  const overlap = (a: { left: number; top: number; width: number; height: number }, b: typeof a) =>
    a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

  test.each([10, 200, 500, 780])("a card never lies over its words at height %d, and stays in the window", (top) => {
    for (const left of [0, 400, 950]) {
      const words = { left, top, width: 40, height: 16 };
      const card = { width: 320, height: 200 };
      const placed = { ...card, ...clearOf(words, card, view) };
      expect(overlap(words, placed)).toBe(false);
      expect(placed.left).toBeGreaterThanOrEqual(0);
      expect(placed.left + placed.width).toBeLessThanOrEqual(view.width);
      expect(placed.top + placed.height).toBeLessThanOrEqual(view.height);
    }
  });

  test.each([
    ["a small draft", { left: 250, top: 100, width: 500, height: 100 }],
    ["a draft at the foot", { left: 250, top: 600, width: 500, height: 190 }],
    ["a tall draft", { left: 20, top: 0, width: 400, height: 800 }],
  ])("the sheet leaves %s visible", (_what, draft) => {
    const sheet = { width: 400, height: 240 };
    expect(overlap(draft, { ...sheet, ...clearOf(draft, sheet, view) })).toBe(false);
  });

  test("the pill is never on the editor when there is any room beside it", () => {
    const editor = { left: 0, top: 40, width: 1000, height: 60 };
    for (const corner of pillCorners(editor, view)) {
      expect(overlap(editor, { width: PILL, height: PILL, ...corner })).toBe(false);
    }
  });
});

describe("the words", () => {
  test("each language has every word, with the same places for a name or number", () => {
    const places = (words: Record<string, { message: string }>) =>
      Object.entries(words).map(([key, { message }]) => `${key} ${message.includes("$1")}`);
    expect(places(es)).toEqual(places(en));
    expect(places(pt)).toEqual(places(en));
  });
});

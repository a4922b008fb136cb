// Light or dark, from the page's own ground behind an element: a site's dark mode need not be the system's.
// Reads computed styles only.

/** Red, green, blue from 0 to 255 and alpha, or null for a colour that a browser computes in another notation. */
export function parseColour(colour: string): [number, number, number, number] | null {
  const [r, g, b, alpha] = (/^rgba?\(/.test(colour) ? (colour.match(/[\d.]+/g) ?? []) : []).map(Number);
  return r === undefined || g === undefined || b === undefined ? null : [r, g, b, alpha ?? 1];
}

/** As bright as this grey and brighter is a light ground: a relative luminance of 0.3 by WCAG 2.2. */
const LIGHT_GREY = 149;

export function themeAt(element: Element): "light" | "dark" {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const ground = parseColour(getComputedStyle(around).backgroundColor);
    if (!ground) continue;
    const [r, g, b, alpha] = ground;
    if (alpha > 0.5) return 0.2126 * r + 0.7152 * g + 0.0722 * b < LIGHT_GREY ? "dark" : "light";
  }
  return getComputedStyle(document.documentElement).colorScheme === "dark" ? "dark" : "light";
}

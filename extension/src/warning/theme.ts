// Light or dark, from the page's own ground behind an element: a site's dark mode need not be the system's.
// Reads computed styles only.

/** Red, green, blue from 0 to 255 and alpha, or null for a colour that a browser computes in another notation. */
export function parseColour(colour: string): [number, number, number, number] | null {
  const [r, g, b, alpha] = (/^rgba?\(/.test(colour) ? (colour.match(/[\d.]+/g) ?? []) : []).map(Number);
  return r === undefined || g === undefined || b === undefined ? null : [r, g, b, alpha ?? 1];
}

/** Relative luminance by WCAG 2.2, 0 (black) to 1 (white). */
export function luminance([r, g, b]: readonly number[]): number {
  const [lr, lg, lb] = [r, g, b].map((part) => {
    const channel = (part ?? 0) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (lr ?? 0) + 0.7152 * (lg ?? 0) + 0.0722 * (lb ?? 0);
}

export function themeAt(element: Element): "light" | "dark" {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const ground = parseColour(getComputedStyle(around).backgroundColor);
    if (ground && ground[3] > 0.5) return luminance(ground) < 0.3 ? "dark" : "light";
  }
  return getComputedStyle(document.documentElement).colorScheme === "dark" ? "dark" : "light";
}

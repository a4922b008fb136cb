// Small readings of a page that all adapters share: accessible labels, visibility, cookies, an open list of names.
// Reads only; holds no state.
import type { Labels } from "./labels";

export const BUTTONS = "[role='button'], button";

export const EDITABLE = "[contenteditable='true'], [contenteditable=''], [contenteditable='plaintext-only'], textarea";

/** All that a selector finds in an element, or in nothing. */
export function all<Found extends Element = HTMLElement>(
  around: ParentNode | null | undefined,
  selector: string,
): Found[] {
  return [...(around?.querySelectorAll<Found>(selector) ?? [])];
}

/** What an element lies in, the nearest first, at most `depth` of them. */
export function* around(element: Element | null | undefined, depth: number): Generator<HTMLElement> {
  let outer = element?.parentElement;
  for (let step = 0; outer && step < depth; step += 1, outer = outer.parentElement) yield outer;
}

/** The controls in an element that are called `key`. */
export function controlsCalled(key: string, within: ParentNode | null | undefined, labels: Labels): HTMLElement[] {
  return all(within, BUTTONS).filter((control) => labels.is(key, controlLabel(control)));
}

/** The headings in an element, as words. */
export function headingsIn(within: Element): (string | null)[] {
  return all(within, "h1, h2, h3, [role='heading']").map((heading) => heading.textContent);
}

/** The outermost editable element at or around this one, or null. */
export function editableAt(element: Element): HTMLElement | null {
  const found = element.closest<HTMLElement>(EDITABLE);
  const outer = found?.parentElement?.closest<HTMLElement>(EDITABLE);
  return outer ?? found;
}

/** The labels an editor carries, most telling first. */
export function editorLabels(editor: Element): string[] {
  const names = ["aria-label", "aria-placeholder", "placeholder", "data-placeholder"];
  return names.map((name) => editor.getAttribute(name) ?? "").filter((label) => label !== "");
}

/** A control's name: aria-label, or its own text when that is short, or the label of the icon in it. */
export function controlLabel(control: Element): string {
  const label = control.ariaLabel;
  if (label) return label;
  const text = (control.textContent ?? "").trim();
  if (text && text.length <= 80) return text;
  return control.querySelector("svg[aria-label]")?.ariaLabel ?? "";
}

/** The nearest thing that acts as a button. */
export function buttonAt(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>("button, [role='button'], input[type='submit']");
}

/** Cheap visibility: not hidden by attribute, and laid out where there is a layout at all. */
export function isShown(element: Element): boolean {
  if (element.closest("[hidden], [aria-hidden='true']")) return false;
  return typeof element.checkVisibility === "function" ? element.checkVisibility({ visibilityProperty: true }) : true;
}

/** True when words stand in a box, however they got there. */
export function holdsText(editor: HTMLElement): boolean {
  return ((editor as HTMLTextAreaElement).value ?? editor.textContent ?? "").trim() !== "";
}

export function isDisabled(control: Element): boolean {
  return control.getAttribute("aria-disabled") === "true" || control.hasAttribute("disabled");
}

/** A cookie's value, or null. */
export function cookie(cookies: string, name: string): string | null {
  const found = cookies.split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) : null;
}

/** The site's list of names or emoji is open for this editor: ARIA says so on the editor, or an option is selected. */
export function listIsOpen(editor: HTMLElement, list: string): boolean {
  if (editor.getAttribute("aria-activedescendant")) return true;
  if (editor.getAttribute("aria-expanded") === "true") return true;
  const lists = all(editor.ownerDocument, list).filter(isShown);
  return lists.some((open) => open.querySelector("[role='option'][aria-selected='true']") !== null);
}

/** The handle in a link to a profile ("/emma.r/?x" -> "emma.r"), or null for the site's own pages. */
export function handleIn(href: string | null | undefined, reserved: readonly string[]): string | null {
  if (!href) return null;
  const path = href.replace(/^https?:\/\/[^/]+/, "").split(/[?#]/)[0] ?? "";
  const first = path.split("/").filter(Boolean)[0];
  return first && !reserved.includes(first) ? first : null;
}

// Builds an element from parts. There is no way to hand it markup, so nothing a page or an agent says can become any.

import type { Size } from "./place";

export interface Parts {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly (Node | null)[];
}

export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, parts: Parts = {}): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (parts.class) element.className = parts.class;
  if (parts.text !== undefined) element.textContent = parts.text;
  for (const [name, value] of Object.entries(parts.attributes ?? {})) element.setAttribute(name, value);
  for (const child of parts.children ?? []) if (child) element.append(child);
  return element;
}

/** Where an element is on the window now; asking makes the browser lay out the page at once. */
export function boxOf(element: Element): DOMRect {
  return element.getBoundingClientRect();
}

/** Puts a box where `find` says, which is told the box's size and the window's. */
export function put(box: HTMLElement, find: (size: Size, view: Size) => { left: number; top: number }): void {
  const size = { width: box.offsetWidth, height: box.offsetHeight };
  const { left, top } = find(size, { width: window.innerWidth, height: window.innerHeight });
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

/** A button that obeys the person only: a click made by a script of the page does nothing. */
export function button(label: string, look: string, press: () => void): HTMLButtonElement {
  const made = make("button", { class: look, text: label, attributes: { type: "button" } });
  made.addEventListener("click", (event) => {
    if (event.isTrusted) press();
  });
  return made;
}

// Underlines words in a textarea: a transparent twin of the box lies over it in our own root, with the same font and
// padding, and follows its scrolling. Takes no clicks, copies no text anywhere but into that closed root.
import { isTextarea } from "../editor";
import { boxOf, make } from "./make";
import type { Mark, Painter } from "./marks";

/** What makes text wrap the same way. */
const COPIED = [
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "font-stretch",
  "font-feature-settings",
  "line-height",
  "letter-spacing",
  "word-spacing",
  "text-transform",
  "text-indent",
  "text-align",
  "direction",
  "tab-size",
  "padding",
  "border-width",
] as const;

export class MirrorPainter implements Painter {
  readonly #box = make("div", { class: "mirror", attributes: { "aria-hidden": "true" } });
  readonly #text = make("div");
  readonly #spans = new Map<Mark, HTMLElement>();
  #editor: HTMLTextAreaElement | null = null;

  readonly #layer: HTMLElement;

  constructor(layer: HTMLElement) {
    this.#layer = layer;
    this.#box.append(this.#text);
  }

  paint(editor: HTMLElement, text: string, marks: readonly Mark[]): void {
    this.clear();
    if (!isTextarea(editor) || editor.value !== text || marks.length === 0) return;
    this.#editor = editor;
    let at = 0;
    for (const mark of marks) {
      if (mark.start < at) continue; // an overlap: the first in reading order is drawn
      const span = make("mark", { class: mark.look, text: text.slice(mark.start, mark.end) });
      this.#text.append(text.slice(at, mark.start), span);
      this.#spans.set(mark, span);
      at = mark.end;
    }
    this.#text.append(text.slice(at));
    this.#layer.prepend(this.#box);
    this.follow();
  }

  rects(mark: Mark): DOMRect[] {
    const own = this.#spans.get(mark);
    const view = this.#editor?.getBoundingClientRect();
    if (!own || !view) return [];
    return [...own.getClientRects()].filter((rect) => rect.bottom > view.top && rect.top < view.bottom);
  }

  follow(): void {
    const editor = this.#editor;
    if (!editor) return;
    const view = boxOf(editor);
    const style = getComputedStyle(editor);
    for (const property of COPIED) this.#box.style.setProperty(property, style.getPropertyValue(property));
    const borders = Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.borderRightWidth);
    const scrollbar = Math.max(0, editor.offsetWidth - editor.clientWidth - borders);
    this.#box.style.left = `${view.left}px`;
    this.#box.style.top = `${view.top}px`;
    this.#box.style.width = `${view.width - scrollbar}px`;
    this.#box.style.height = `${view.height}px`;
    this.#text.style.transform = `translate(${-editor.scrollLeft}px, ${-editor.scrollTop}px)`;
  }

  clear(): void {
    this.#editor = null;
    this.#spans.clear();
    this.#text.replaceChildren();
    this.#box.remove();
  }
}

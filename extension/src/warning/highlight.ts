// Underlines words in a contenteditable by the CSS Custom Highlight API: no node of the editor is touched, so Lexical's
// text, undo and selection never notice. Repainted on every verdict, as live Ranges collapse when Lexical rewrites a node.
// The looks are in highlight.css. Called by warning.ts.
import { rangeOf, readEditor } from "../editor";
import type { Mark, Painter } from "./marks";

const NAMES = { note: "second-look-note", warn: "second-look-warn" } as const;

export class HighlightPainter implements Painter {
  #ranges = new Map<Mark, Range>();

  paint(editor: HTMLElement, text: string, marks: readonly Mark[]): void {
    if (marks.length === 0) {
      this.clear(); // most texts: nothing is read, nothing is drawn
      return;
    }
    const reading = readEditor(editor);
    this.#ranges = new Map();
    if (reading.text === text) {
      for (const mark of marks) {
        const range = rangeOf(reading, mark.start, mark.end);
        if (range) this.#ranges.set(mark, range);
      }
    }
    this.#publish();
  }

  rects(mark: Mark): DOMRect[] {
    const range = this.#ranges.get(mark);
    return range ? [...range.getClientRects()].filter((rect) => rect.width > 0) : [];
  }

  follow(): void {}

  clear(): void {
    if (this.#ranges.size === 0) return;
    this.#ranges = new Map();
    this.#publish();
  }

  #publish(): void {
    if (typeof CSS === "undefined" || !CSS.highlights) return;
    for (const look of ["note", "warn"] as const) {
      const ranges = [...this.#ranges].filter(([mark]) => mark.look === look).map(([, range]) => range);
      if (ranges.length > 0) CSS.highlights.set(NAMES[look], new Highlight(...ranges));
      else CSS.highlights.delete(NAMES[look]);
    }
  }
}

// Reads what stands in an editable box, and finds the place on the page of a span of it.
// It never writes, with one exception: `replaceWords`, called only on the person's own click on a suggestion.
// Offsets are UTF-16 code units, which is what both the DOM and the wire count in. Paragraphs and <br> become "\n".

/** The text of an editor and where each text node begins in it. A textarea has no nodes to point at. */
export interface Reading {
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

const BLOCKS = new Set(["P", "DIV", "LI", "UL", "OL", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "PRE"]);

export function isTextarea(editor: Element): editor is HTMLTextAreaElement {
  return editor.tagName === "TEXTAREA";
}

export function readEditor(editor: HTMLElement): Reading {
  return isTextarea(editor) ? { text: editor.value, nodes: [] } : new BlockReader().read(editor);
}

/** Walks a contenteditable as Lexical lays it out: one line per paragraph, a closing <br> in it being only a placeholder. */
class BlockReader {
  #text = "";
  #started = false;
  #inLine = false;
  readonly #nodes: { node: Text; start: number }[] = [];

  read(root: HTMLElement): Reading {
    this.#children(root);
    return { text: this.#text, nodes: this.#nodes };
  }

  #children(parent: Node): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) this.#visit(child);
  }

  #visit(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node as Text;
      if (text.data === "") return;
      this.#open();
      this.#nodes.push({ node: text, start: this.#text.length });
      this.#text += text.data;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    if (element.tagName === "BR") this.#break(element);
    else if (element.tagName === "IMG") this.#append(element.getAttribute("alt") ?? "");
    else if (BLOCKS.has(element.tagName)) this.#block(element);
    else this.#children(element);
  }

  #block(element: Element): void {
    let child = element.firstElementChild;
    while (child && !BLOCKS.has(child.tagName)) child = child.nextElementSibling;
    this.#inLine = false;
    if (!child) this.#open(); // else the blocks in it are the lines
    this.#children(element);
    this.#inLine = false;
  }

  #break(element: Element): void {
    this.#open();
    if (element.nextSibling) this.#text += "\n";
  }

  #append(text: string): void {
    if (text === "") return;
    this.#open();
    this.#text += text;
  }

  /** Begins a line unless one is open. */
  #open(): void {
    if (this.#inLine) return;
    if (this.#started) this.#text += "\n";
    this.#started = true;
    this.#inLine = true;
  }
}

/** The Range of `[start, end)`, or null when no text node holds any of it. */
export function rangeOf(reading: Reading, start: number, end: number): Range | null {
  const touched = reading.nodes.filter(({ node, start: at }) => at < end && at + node.length > start);
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, Math.max(0, start - first.start));
  range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}

/**
 * Puts `words` in place of `[start, end)` as if typed, so that the page's editor and its undo take part.
 * execCommand is deprecated and still the one way that both Lexical and React accept. Returns false when the text moved.
 */
export function replaceWords(editor: HTMLElement, expected: string, span: [number, number], words: string): boolean {
  const reading = readEditor(editor);
  if (reading.text !== expected) return false;
  editor.focus();
  if (isTextarea(editor)) {
    editor.setSelectionRange(...span);
  } else {
    const range = rangeOf(reading, ...span);
    const selection = editor.ownerDocument.getSelection();
    if (!range || !selection) return false;
    selection.removeAllRanges();
    selection.addRange(range);
  }
  return editor.ownerDocument.execCommand("insertText", false, words);
}

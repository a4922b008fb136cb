// Watches the editor that has the focus and says when its text has changed, once per text.
// A MutationObserver, because Lexical handles paste and undo itself and fires no input event for them; input as well, for
// textareas. It changes nothing in the page. content.ts listens to it.
import { textOf } from "./attempt";
import { isTextarea } from "./editor";
import { atEnd, on, whenRead } from "./listen";
import { editableAt, isShown } from "./sites/reading";
import type { SiteAdapter, Surface } from "./sites/site";

/** What is looked for, a number, and what cannot be changed are no words to anybody. */
const ASIDE =
  "[role='search'], [role='searchbox'], [role='combobox'], [inputmode='search'], [inputmode='numeric'], [inputmode='decimal'], [readonly], [disabled]";

/** A submit asks the adapter itself, so this only delays what is shown while typing; coming back to a box asks it at once. */
const FRESH_MS = 2_000;
/** What an editor does within this time, as in a paste, is read at its beginning and at its end. */
const BURST_MS = 8;

export interface Watcher {
  /** The text of a recognised editor has changed, or the editor has just got the focus. */
  changed(surface: Surface, text: string): void;
  /** The page has rewritten an editor's nodes and the text is the same: what is drawn at the old nodes has collapsed. */
  redrawn(surface: Surface): void;
  /** The editor has left the page or lost the focus to another. */
  left(surface: Surface): void;
  /** An editable box has the focus that we do not recognise. */
  unknown(editor: HTMLElement): void;
  /** Something could not be read. */
  failed(): void;
}

export class Watch {
  #current: Surface | null = null;
  #text: string | null = null;
  /** Set while something has changed that has not been read yet. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rewritten = false;
  #freshAt = 0;
  #readAt = 0;
  readonly #observer = new MutationObserver(() => {
    this.#rewritten = true;
    this.#changed();
  });

  readonly #site: SiteAdapter;
  readonly #watcher: Watcher;

  constructor(site: SiteAdapter, watcher: Watcher) {
    this.#site = site;
    this.#watcher = watcher;
  }

  get current(): Surface | null {
    return this.#current;
  }

  /** Begins to listen; everything ends with the signal. */
  start(document: Document, signal: AbortSignal): void {
    on(document, "focusin", (event) => this.#careful(() => this.#focused(event.target)), signal);
    this.#listenToInput();
    atEnd(signal, () => {
      this.stop();
      document.removeEventListener("input", this.#typed, true);
    });
    // A page may have put the focus into its editor, or restored a draft, before we came.
    whenRead(() => this.#careful(() => this.#focused(document.activeElement)), signal);
  }

  /** The adapter knows more now, or other things: whatever has the focus is taken anew. */
  lookAgain(document: Document): void {
    this.#careful(() => {
      this.stop();
      this.#focused(document.activeElement);
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#observer.disconnect();
    this.#listenToInput();
    const left = this.#current;
    this.#current = null;
    this.#text = null;
    if (left) this.#watcher.left(left);
  }

  /** The text that stands in this editor; read again only when it can have changed since it was read. */
  textIn(editor: HTMLElement): string {
    const known = editor === this.#current?.editor && this.#timer === undefined && !isTextarea(editor);
    return known && this.#text !== null ? this.#text : textOf(editor);
  }

  /** Reads the current editor again, as after a submit, when a page empties it without any event. */
  look(): void {
    this.#careful(() => this.#look());
  }

  #careful(act: () => void): void {
    try {
      act();
    } catch {
      this.#watcher.failed();
    }
  }

  #look(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
    const surface = this.#current;
    if (!surface) return;
    this.#readAt = performance.now();
    if (!surface.editor.isConnected) {
      this.stop();
      return;
    }
    const text = textOf(surface.editor);
    const rewritten = this.#rewritten;
    this.#rewritten = false;
    if (text === this.#text) {
      if (rewritten) this.#watcher.redrawn(surface);
      return;
    }
    this.#text = text;
    this.#watcher.changed(this.#fresh(surface), text);
  }

  /** Who acts and who sees it may have changed since: the adapter is asked again, but not with each key. */
  #fresh(surface: Surface): Surface {
    if (this.#readAt - this.#freshAt < FRESH_MS) return surface;
    this.#freshAt = this.#readAt;
    this.#current = this.#site.surfaceOf(surface.editor) ?? surface;
    return this.#current;
  }

  #focused(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    const editor = editableAt(target);
    if (!editor) return;
    if (editor === this.#current?.editor) {
      this.#freshAt = Number.NEGATIVE_INFINITY; // whoever comes back may have changed who sees it
      return;
    }
    const surface = this.#site.surfaceOf(editor);
    if (!surface) {
      if (!isShown(editor) || editor.closest(ASIDE) || this.#site.isAside(editor)) return;
      this.stop();
      this.#watcher.unknown(editor);
      return;
    }
    this.stop();
    this.#current = surface;
    if (!isTextarea(editor)) {
      this.#observer.observe(editor, { subtree: true, childList: true, characterData: true });
      document.removeEventListener("input", this.#typed, true); // a listener that hears nothing new costs each key something
    }
    this.look();
  }

  #listenToInput(): void {
    document.addEventListener("input", this.#typed, { capture: true, passive: true });
  }

  #typed = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    if (target === this.#current?.editor) this.#soon();
    else this.#careful(() => this.#focused(editableAt(target)));
  };

  /** At once, as a task of its own for each key costs more than the reading does; but what an editor does in one go is one change. */
  #changed(): void {
    if (this.#timer !== undefined) return;
    if (performance.now() - this.#readAt < BURST_MS) this.#soon();
    else this.look();
  }

  /** In the next task: a page may yet set another value than the one that was typed. */
  #soon(): void {
    this.#timer ??= setTimeout(() => this.look());
  }
}

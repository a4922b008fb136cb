// The one element we add to a page: <second-look-warnings>, on the root element, outside the site's own tree, with a closed
// shadow root. It lies in the top layer as a manual popover, so that it shows over the site's modals, and takes no clicks
// but on what is drawn in it. If the page removes it, it comes back.
import { atEnd, on } from "../listen";
import { CORE } from "./core-styles";
import { goRound } from "./focus";

declare const SECOND_LOOK_OPEN_ROOT: boolean;

/** The attributes of our element; any other is the page's doing. */
const OWN = ["popover", "lang"];

export const HOST_TAG = "second-look-warnings";

export class Host {
  readonly element = document.createElement(HOST_TAG);
  readonly root: ShadowRoot;
  /** Everything visible lies in here; carries the theme and the language. */
  readonly layer = document.createElement("div");
  readonly #style = document.createElement("style");
  readonly #live = document.createElement("div");
  #speaking: ReturnType<typeof setTimeout> | undefined;
  #escape: (() => boolean) | null = null;
  #shortcut: (() => boolean) | null = null;

  constructor(language: string, signal: AbortSignal) {
    // After an update Firefox puts the new script into open pages; what the old one drew, perhaps a sheet, obeys nobody any more.
    for (const dead of document.querySelectorAll(HOST_TAG)) dead.remove();
    // Accessibility tests cannot look into a closed root; they build with an open one, which is never shipped.
    const mode = typeof SECOND_LOOK_OPEN_ROOT !== "undefined" && SECOND_LOOK_OPEN_ROOT ? "open" : "closed";
    this.root = this.element.attachShadow({ mode });
    this.element.setAttribute("popover", "manual");
    this.element.lang = language;
    this.layer.className = "layer";
    this.#live.className = "live";
    this.#live.setAttribute("role", "status");
    this.layer.append(this.#live);
    this.root.append(this.layer);
    this.dress("");
    this.#guardEvents(signal);
    atEnd(signal, () => this.element.remove());
  }

  /** True for an event that happens inside our root. */
  isOurs = (event: Event): boolean => event.target === this.element;

  /** Makes sure that we are in the page and on top. Cheap when nothing is to be done. */
  show(): void {
    if (!this.element.isConnected) document.documentElement.append(this.element);
    if (!this.element.matches(":popover-open")) this.element.showPopover();
  }

  /** Above whatever the page has put into the top layer since. */
  raise(): void {
    this.show();
    this.element.hidePopover();
    this.element.showPopover();
  }

  set theme(theme: "light" | "dark") {
    this.layer.dataset.theme = theme;
  }

  /** What Escape does while something of ours is open: true when it was used. */
  set onEscape(handler: () => boolean) {
    this.#escape = handler;
  }

  /** What Alt+Shift+. does: true when there was something to show. */
  set onShortcut(handler: () => boolean) {
    this.#shortcut = handler;
  }

  /** Says something to a screen reader, after a pause, so that fast typing is not talked over. */
  announce(words: string, afterMs = 700): void {
    clearTimeout(this.#speaking);
    if (words === this.#live.textContent) return;
    this.#speaking = setTimeout(() => {
      this.#live.textContent = words;
    }, afterMs);
  }

  /** The whole look. It comes from the worker a moment after the page; until then, and without it, the core serves. */
  dress(styles: string): void {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(CORE + styles);
      this.root.adoptedStyleSheets = [sheet];
    } catch {
      // Older Firefox refuses a content script's constructed sheet; a <style> inside our own root does the same.
      this.#style.textContent = CORE + styles;
      this.root.append(this.#style);
    }
  }

  #guardEvents(signal: AbortSignal): void {
    // A focus trap of the page would pull the focus back out of our card.
    for (const name of ["focusin", "pointerdown", "mousedown"]) {
      this.element.addEventListener(name, (event) => event.stopPropagation(), { signal });
    }
    on(window, "focusin", (event) => this.isOurs(event) && event.stopImmediatePropagation(), signal, false);
    const observer = new MutationObserver(() => {
      if (!this.element.isConnected && this.layer.childElementCount > 1) this.show();
    });
    observer.observe(document.documentElement, { childList: true });
    // A page may not make us inert, hidden or silent to a screen reader either.
    const own = new MutationObserver(() => {
      for (const { name } of [...this.element.attributes]) if (!OWN.includes(name)) this.element.removeAttribute(name);
    });
    own.observe(this.element, { attributes: true });
    atEnd(signal, () => {
      observer.disconnect();
      own.disconnect();
    });
  }

  /**
   * A key on its way through the window: true when it was for us and has been stopped. Keys pressed in our sheet are not for
   * the page: Facebook closes its composer on Escape, and the draft is gone. Called by submits.ts, before the page hears of it.
   */
  key(event: KeyboardEvent): boolean {
    if (this.#used(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return true;
    }
    if (!this.isOurs(event)) return false;
    event.stopImmediatePropagation();
    // The Enter that was held may still be down: it must not press the button that has just got the focus.
    if (event.repeat && event.key !== "Tab") event.preventDefault();
    goRound(event, this.root);
    return true;
  }

  #used(event: KeyboardEvent): boolean {
    const isEscape = event.key === "Escape";
    // Alt+Shift+. by the key's place, as what Alt types differs between keyboards.
    if (!isEscape && !(event.altKey && event.shiftKey && event.code === "Period")) return false;
    // A page's script may not press our Escape: that would close a sheet that nobody has read.
    if (!event.isTrusted || event.type !== "keydown" || event.isComposing) return false;
    return (isEscape ? this.#escape?.() : this.#shortcut?.()) ?? false;
  }
}

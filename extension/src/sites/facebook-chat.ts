// Messages on Facebook: the full page, pop-ups, messenger.com, and the box of a Marketplace listing.
// A chat box is told by its label or, in a language whose label nobody has told us, by the message log beside it.
// Reads the page only; called by facebook.ts.
import type { Account } from "../contract.gen";
import type { Labels, SiteFacts } from "./labels";
import { all, around, BUTTONS, controlLabel, controlsCalled, editorLabels } from "./reading";
import { recipientsOf, threadAround } from "./recipients";
import { boxesNear } from "./sending";
import type { Page, Surface } from "./site";

const THREAD_PATHS = /^\/(messages|marketplace\/t|t|e2ee)\b/;
const MARKET_PATHS = /^\/marketplace\//;

export class FacebookChat {
  readonly #labels: Labels;
  readonly #facts: SiteFacts;
  readonly #page: Page;

  constructor(labels: Labels, facts: SiteFacts, page: Page) {
    this.#labels = labels;
    this.#facts = facts;
    this.#page = page;
  }

  surfaceOf(editor: HTMLElement, account: Account): Surface | null {
    return this.#marketBox(editor, account) ?? this.#chatBox(editor, account);
  }

  /** The Send button of a chat, or of a listing. */
  submittedBy(button: HTMLElement, accountOf: (editor: HTMLElement) => Account): Surface | null {
    const label = controlLabel(button);
    if (!this.#labels.is("message_submit", label) && !this.#labels.is("market_send", label)) return null;
    // Beyond "main" stand other people's pop-ups.
    return boxesNear(button, 8, (editor) => this.surfaceOf(editor, accountOf(editor)), "body, [role='main']");
  }

  #chatBox(editor: HTMLElement, account: Account): Surface | null {
    const title = this.#titleOf(editor);
    if (title === null && !this.#looksLikeChat(editor)) return null;
    const thread = threadAround(editor, this.#labels, this.#facts);
    const isMarket = /^\/marketplace\/t\b/.test(this.#page.path()) && !this.#isPopUp(thread);
    const seen = { thread, title: title || null, own: account.name ?? null, isMarket };
    const audience = recipientsOf(seen, this.#labels, this.#facts);
    return { action: "message", editor, enterSubmits: true, place: editor, account, audience, target: null };
  }

  /** "Write to Ana" -> "Ana"; "" for a chat box that names nobody; null for any other box. */
  #titleOf(editor: HTMLElement): string | null {
    for (const label of editorLabels(editor)) {
      const rest = this.#labels.rest("message_box", label);
      if (rest !== null) return rest;
    }
    return null;
  }

  /** A text box that stands beside a message log, whatever it is called. */
  #looksLikeChat(editor: HTMLElement): boolean {
    if (!editor.matches(this.#facts.anchors.editor)) return false;
    const thread = threadAround(editor, this.#labels, this.#facts);
    if (thread === null) return false;
    const isOther = editor.closest("form, [role='article'], [role='search']");
    return !isOther && (this.#isPopUp(thread) || THREAD_PATHS.test(this.#page.path()));
  }

  #isPopUp(thread: Element | null): boolean {
    return controlsCalled("close_chat", thread, this.#labels).length > 0;
  }

  /** A listing's own textarea: its button says to whom it goes. */
  #marketBox(editor: HTMLElement, account: Account): Surface | null {
    if (editor.tagName !== "TEXTAREA" || !MARKET_PATHS.test(this.#page.path())) return null;
    for (const near of around(editor, 6)) {
      for (const button of all(near, BUTTONS)) {
        const label = controlLabel(button);
        const seller = this.#labels.rest("market_send", label);
        if (seller === null && !this.#labels.is("message_submit", label)) continue;
        const people = seller ? [{ name: seller, handle: null }] : [];
        const audience = { scope: "people" as const, ...(seller ? { count: 1 } : {}), people };
        return { action: "message", editor, enterSubmits: false, place: editor, account, audience, target: null };
      }
    }
    return null;
  }
}

// Instagram's direct messages and replies to a story. A story's reply goes to its owner as a message.
// Only a group's details panel says that a thread is a group and who is in it; with the panel closed a header that links to
// one profile is one person, and anything else is unknown. Reads the page only; called by instagram.ts.
import type { Account, Audience, Person } from "../contract.gen";
import type { Labels, SiteFacts } from "./labels";
import { all, controlLabel, controlsCalled, editorLabels, handleIn, isShown } from "./reading";
import { boxesNear } from "./sending";
import type { Page, Surface } from "./site";

const THREAD = /^\/direct\//;
const STORY = /^\/stories\/([^/]+)\//;

export class Direct {
  readonly #labels: Labels;
  readonly #facts: SiteFacts;
  readonly #page: Page;

  constructor(labels: Labels, facts: SiteFacts, page: Page) {
    this.#labels = labels;
    this.#facts = facts;
    this.#page = page;
  }

  surfaceOf(editor: HTMLElement, account: Account): Surface | null {
    const audience = this.#audienceOf(editor, account);
    if (!audience) return null;
    return { action: "message", editor, enterSubmits: true, place: editor, account, audience, target: null };
  }

  submittedBy(button: HTMLElement, account: () => Account): Surface | null {
    if (!this.#labels.is("message_submit", controlLabel(button))) return null;
    return boxesNear(button, 8, (editor) => this.surfaceOf(editor, account()));
  }

  /** Who gets it, or null for a box that is neither. */
  #audienceOf(editor: HTMLElement, account: Account): Audience | null {
    const named = editorLabels(editor);
    const replied = named.map((label) => this.#labels.rest("reply_box", label)).find((rest) => rest !== null);
    const owner = STORY.exec(this.#page.path())?.[1];
    if (owner && (replied !== undefined || editor.tagName === "TEXTAREA")) {
      // A highlight's address has no owner in it; then the box itself says to whom it replies.
      const handle = owner === "highlights" ? (replied ?? null) || null : owner;
      return handle ? one({ name: null, handle }) : { scope: "unknown" };
    }
    const isRich = editor.matches(this.#facts.anchors.editor);
    const isNamed = named.some((label) => this.#labels.is("message_box", label));
    // The one rich text box of a thread, whatever a language calls it; or a pop-up on another page.
    return isRich && (isNamed || THREAD.test(this.#page.path())) ? this.#inThread(editor, account) : null;
  }

  #inThread(editor: HTMLElement, account: Account): Audience {
    const thread = editor.closest("[role='main'], main, [role='dialog']") ?? this.#page.document.body;
    if (controlsCalled("thread_members", thread, this.#labels).length > 0) {
      const people = this.#linked(thread, "[role='listitem'] a[href^='/']", account);
      return people.length > 0 ? { scope: "group", count: people.length, people } : { scope: "group" };
    }
    const headed = this.#linked(thread, this.#facts.anchors.thread_header, account);
    return headed.length === 1 && headed[0] ? one(headed[0]) : { scope: "unknown", people: [...headed] };
  }

  #linked(thread: Element, selector: string, account: Account): Person[] {
    const people = new Map<string, Person>();
    for (const link of all(this.#page.document, selector)) {
      const handle = handleIn(link.getAttribute("href"), this.#facts.reserved_paths);
      if (!handle || handle === account.name || !thread.contains(link) || !isShown(link)) continue;
      const shown = (link.textContent ?? "").trim();
      people.set(handle, { name: shown && shown !== handle && shown.length <= 120 ? shown : null, handle });
    }
    return [...people.values()];
  }
}

function one(person: Person): Audience {
  return { scope: "people", count: 1, people: [person] };
}

// Instagram's web pages: the comment box (a textarea that the page replaces on first focus), the caption of a new post,
// and the Follow and Confirm buttons, which carry text and no aria-label.
// Labels and anchors come from shared_rules/sites/instagram.json. Reads the page only.
import type { Account, Action, Person } from "../contract.gen";
import { Labels, type SiteFacts } from "./labels";
import {
  buttonAt,
  controlLabel,
  cookie,
  editableAt,
  editorLabels,
  handleIn,
  isDisabled,
  isShown,
  listIsOpen,
} from "./reading";
import type { Page, PersonAction, SiteAdapter, Surface } from "./site";

export function instagram(facts: SiteFacts, page: Page): SiteAdapter {
  return new InstagramSite(facts, page);
}

class InstagramSite implements SiteAdapter {
  #lastPost: Surface | null = null;
  readonly id: string;
  readonly #labels: Labels;
  readonly #facts: SiteFacts;
  readonly #page: Page;
  readonly #dialogs: string;

  constructor(facts: SiteFacts, page: Page) {
    this.id = facts.site;
    this.#facts = facts;
    this.#page = page;
    this.#labels = new Labels(facts);
    this.#dialogs = facts.anchors.dialog ?? "[role='dialog']";
  }

  #account(): Account {
    // One account is shown at a time and its kind is not on the page.
    return { kind: cookie(this.#page.cookies(), "ds_user_id") ? "personal" : "unknown", name: null };
  }

  #actionFor(editor: HTMLElement): "post" | "comment" | null {
    for (const label of editorLabels(editor)) {
      if (this.#labels.is("comment_box", label)) return "comment";
      if (this.#labels.is("post_prompt", label)) return "post";
    }
    return null;
  }

  /** Whose post is commented on: the first profile link in the header of the post around the box. */
  #ownerAround(editor: HTMLElement): Person | null {
    const around = editor.closest(`article, ${this.#dialogs}, main`);
    const link = around?.querySelector(this.#facts.anchors.post_owner ?? "header a");
    const handle = handleIn(link?.getAttribute("href"), this.#facts.reserved_paths);
    return handle ? { name: null, handle } : null;
  }

  surfaceOf(element: Element): Surface | null {
    const editor = editableAt(element);
    const action = editor && this.#actionFor(editor);
    if (!editor || !action) return null;
    const target = action === "comment" ? this.#ownerAround(editor) : null;
    const surface: Surface = {
      action,
      editor,
      enterSubmits: action === "comment",
      // The page puts a new textarea in place of the old one, so the element cannot stand for the place.
      place: `${action}|${this.#page.path()}|${target?.handle ?? ""}`,
      account: this.#account(),
      audience: { scope: "unknown" },
      target,
    };
    if (action === "post") this.#lastPost = surface;
    return surface;
  }

  #editorIn(container: Element, action: "post" | "comment"): Surface | null {
    for (const editor of container.querySelectorAll<HTMLElement>("textarea, [contenteditable='true']")) {
      const surface = isShown(editor) ? this.surfaceOf(editor) : null;
      if (surface?.action === action) return surface;
    }
    return null;
  }

  submittedBy(control: Element): Surface | null {
    const button = buttonAt(control);
    if (!button || isDisabled(button)) return null;
    const label = controlLabel(button);
    const form = button.closest("form");
    if (form && this.#labels.is("comment_submit", label)) return this.#editorIn(form, "comment");
    const dialog = button.closest(this.#dialogs);
    return dialog && this.#labels.is("post_submit", label) ? (this.#editorIn(dialog, "post") ?? this.#lastPost) : null;
  }

  submitControl(surface: Surface): HTMLElement | null {
    const around = surface.editor.closest(surface.action === "comment" ? "form" : this.#dialogs) ?? this.#page.document;
    const key = surface.action === "comment" ? "comment_submit" : "post_submit";
    const found = [...around.querySelectorAll<HTMLElement>("[role='button'], button")];
    return found.find((button) => this.#labels.is(key, controlLabel(button)) && isShown(button)) ?? null;
  }

  #personOf(button: HTMLElement): Person {
    let around = button.parentElement;
    for (let step = 0; around && step < 6; step += 1, around = around.parentElement) {
      if (around.matches("body, main")) break;
      const link = around.querySelector("a[href^='/']");
      const handle = handleIn(link?.getAttribute("href"), this.#facts.reserved_paths);
      if (handle) return { name: null, handle };
    }
    return { name: null, handle: handleIn(this.#page.path(), this.#facts.reserved_paths) };
  }

  actionOf(control: Element): PersonAction | null {
    const button = buttonAt(control);
    if (!button || isDisabled(button) || button.closest("[aria-hidden='true']")) return null;
    const label = controlLabel(button);
    let action: Action | null = null;
    if (this.#labels.is("follow", label)) action = "follow";
    if (this.#labels.is("accept_request", label) && this.#hasRefusal(button)) action = "accept_request";
    if (!action) return null;
    const target = this.#personOf(button);
    return { action, place: `${action}|${target.handle ?? ""}`, account: this.#account(), target };
  }

  /** Confirm and Delete stand side by side on a follow request. */
  #hasRefusal(button: HTMLElement): boolean {
    let around = button.parentElement;
    for (let step = 0; around && step < 4; step += 1, around = around.parentElement) {
      const others = [...around.querySelectorAll("[role='button'], button")];
      if (others.some((other) => this.#labels.is("refuse_request", controlLabel(other)))) return true;
    }
    return false;
  }

  picking(editor: HTMLElement): boolean {
    return listIsOpen(editor, this.#facts.anchors.mention_list ?? "[role='listbox']");
  }
}

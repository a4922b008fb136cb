// Instagram's web pages: the comment box (a textarea that the page replaces on first focus), the caption of a new post, a
// bio; direct messages and story replies by instagram-direct.ts, buttons on people by instagram-people.ts.
// Labels and anchors come from shared_rules/sites/instagram.json. Reads the page only.
import type { Account, Action, Person } from "../contract.gen";
import { instagramAccount } from "./account";
import { Boxes, type BoxKind, type Setting } from "./boxes";
import { familiar } from "./familiar";
import { Direct } from "./instagram-direct";
import { instagramAction } from "./instagram-people";
import { Labels, type SiteFacts } from "./labels";
import { buttonAt, controlLabel, editableAt, editorLabels, handleIn, isDisabled, listIsOpen } from "./reading";
import { boxesIn, submitOf, withUnnamed } from "./sending";
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
  readonly #boxes: Boxes;
  readonly #direct: Direct;

  constructor(facts: SiteFacts, page: Page) {
    this.id = facts.site;
    this.#facts = facts;
    this.#page = page;
    this.#labels = new Labels(facts);
    this.#dialogs = facts.anchors.dialog;
    const bio: BoxKind = { action: "bio", box: "", submit: "bio_submit", anchor: facts.anchors.bio_box };
    this.#boxes = new Boxes([bio], this.#labels);
    this.#direct = new Direct(this.#labels, facts, page);
  }

  account(): Account {
    return instagramAccount(this.#labels, this.#facts, this.#page);
  }

  get #setting(): Setting {
    return { path: this.#page.path(), account: () => this.account(), audience: () => ({ scope: "unknown" }) };
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
    const link = around?.querySelector(this.#facts.anchors.post_owner);
    const handle = handleIn(link?.getAttribute("href"), this.#facts.reserved_paths);
    return handle ? { name: null, handle } : null;
  }

  surfaceOf(element: Element): Surface | null {
    const editor = editableAt(element);
    if (!editor) return null;
    const action = this.#actionFor(editor);
    if (!action) return this.#boxes.surfaceOf(editor, this.#setting) ?? this.#direct.surfaceOf(editor, this.account());
    const surface = this.#surface(editor, action);
    if (action === "post") this.#lastPost = surface;
    return surface;
  }

  #surface(editor: HTMLElement, action: Action): Surface {
    const target = action === "comment" ? this.#ownerAround(editor) : null;
    return {
      action,
      editor,
      enterSubmits: action === "comment",
      // The page puts a new textarea in place of the old one, so the element cannot stand for the place.
      place: `${action}|${this.#page.path()}|${target?.handle ?? ""}`,
      account: this.account(),
      audience: { scope: "unknown" },
      target,
    };
  }

  #editorIn(container: Element, action: "post" | "comment"): Surface | null {
    return boxesIn(container, (editor) => {
      const surface = this.surfaceOf(editor);
      return surface?.action === action ? surface : null;
    });
  }

  submittedBy(control: Element): Surface | null {
    const button = buttonAt(control);
    if (!button || isDisabled(button)) return null;
    const label = controlLabel(button);
    const form = button.closest("form");
    const dialog = button.closest(this.#dialogs);
    const isComment = form && this.#labels.is("comment_submit", label);
    const isPost = dialog && this.#labels.is("post_submit", label);
    const known =
      this.#boxes.submittedBy(button, this.#setting) ??
      this.#direct.submittedBy(button, () => this.account()) ??
      (isComment ? this.#editorIn(form, "comment") : null) ??
      (isPost ? (this.#editorIn(dialog, "post") ?? this.#lastPost) : null);
    const action = isComment ? "comment" : isPost ? "post" : null;
    const as = (editor: HTMLElement, doing: Action) => this.#surface(editor, doing);
    return withUnnamed(button, known, action, as, (editor) => this.surfaceOf(editor) !== null);
  }

  submitControl(surface: Surface): HTMLElement | null {
    return submitOf(surface, this.#boxes.submitKey(surface, this.#page.path()), this.#labels, this.#dialogs);
  }

  actionOf(control: Element): PersonAction | null {
    return instagramAction(control, this.#labels, this.#facts, this.#page);
  }

  familiar(): boolean {
    return familiar(this.#labels, this.#facts, this.#page);
  }

  isAside(editor: HTMLElement): boolean {
    return editorLabels(editor).some((label) => this.#labels.is("aside_box", label));
  }

  picking(editor: HTMLElement): boolean {
    return listIsOpen(editor, this.#facts.anchors.mention_list);
  }
}

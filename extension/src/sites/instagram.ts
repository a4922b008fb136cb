// Instagram's web pages: the comment box (a textarea that the page replaces on first focus), the caption of a new post, a
// bio; direct messages and story replies by instagram-direct.ts, buttons on people by instagram-people.ts.
// Labels and anchors come from shared_rules/sites/instagram.json. Reads the page only.
import type { Account, Action, Person } from "../contract.gen";
import { instagramAccount } from "./account";
import { Boxes, type BoxKind } from "./boxes";
import { familiar } from "./familiar";
import { directSubmittedBy, directSurface } from "./instagram-direct";
import { instagramAction } from "./instagram-people";
import { buttonAt, controlLabel, editableAt, editorLabels, handleIn, isDisabled, listIsOpen } from "./reading";
import type { Scene } from "./scene";
import { boxesIn, submitOf, withUnnamed } from "./sending";
import type { PersonAction, SiteAdapter, Surface } from "./site";

export function instagram(scene: Scene): SiteAdapter {
  return new InstagramSite(scene);
}

const BIO: BoxKind = { action: "bio", box: "", submit: "bio_submit", anchor: "bio_box" };

class InstagramSite implements SiteAdapter {
  #lastPost: Surface | null = null;
  readonly id: string;
  readonly #scene: Scene;
  readonly #boxes: Boxes;

  constructor(scene: Scene) {
    this.id = scene.facts.site;
    this.#scene = scene;
    this.#boxes = new Boxes([BIO], scene, { account: () => this.account(), audience: () => ({ scope: "unknown" }) });
  }

  account(): Account {
    return instagramAccount(this.#scene);
  }

  #is(key: string, label: string | null | undefined): boolean {
    return this.#scene.labels.is(key, label);
  }

  #actionFor(editor: HTMLElement): "post" | "comment" | null {
    for (const label of editorLabels(editor)) {
      if (this.#is("comment_box", label)) return "comment";
      if (this.#is("post_prompt", label)) return "post";
    }
    return null;
  }

  /** Whose post is commented on: the first profile link in the header of the post around the box. */
  #ownerAround(editor: HTMLElement): Person | null {
    const { anchors, reserved_paths } = this.#scene.facts;
    const link = editor.closest(`article, ${anchors.dialog}, main`)?.querySelector(anchors.post_owner);
    const handle = handleIn(link?.getAttribute("href"), reserved_paths);
    return handle ? { name: null, handle } : null;
  }

  surfaceOf(element: Element): Surface | null {
    const editor = editableAt(element);
    if (!editor) return null;
    const action = this.#actionFor(editor);
    if (!action) return this.#boxes.surfaceOf(editor) ?? directSurface(editor, this.account(), this.#scene);
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
      place: `${action}|${this.#scene.page.path()}|${target?.handle ?? ""}`,
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
    const dialog = button.closest(this.#scene.facts.anchors.dialog);
    const isComment = form && this.#is("comment_submit", label);
    const isPost = dialog && this.#is("post_submit", label);
    const known =
      this.#boxes.submittedBy(button) ??
      directSubmittedBy(button, () => this.account(), this.#scene) ??
      (isComment ? this.#editorIn(form, "comment") : null) ??
      (isPost ? (this.#editorIn(dialog, "post") ?? this.#lastPost) : null);
    const action = isComment ? "comment" : isPost ? "post" : null;
    const as = (editor: HTMLElement, doing: Action) => this.#surface(editor, doing);
    return withUnnamed(button, known, action, as, (editor) => this.surfaceOf(editor) !== null);
  }

  submitControl(surface: Surface): HTMLElement | null {
    return submitOf(surface, this.#boxes.submitKey(surface.editor), this.#scene);
  }

  actionOf(control: Element): PersonAction | null {
    return instagramAction(control, this.#scene);
  }

  familiar(): boolean {
    return familiar(this.#scene);
  }

  isAside(editor: HTMLElement): boolean {
    return editorLabels(editor).some((label) => this.#is("aside_box", label));
  }

  picking(editor: HTMLElement): boolean {
    return listIsOpen(editor, this.#scene.facts.anchors.mention_list);
  }
}

// Facebook's web pages: the post composer (one step, or Next -> Post settings -> Post), comments and replies; chat, stories,
// reels, bios and shares by the modules beside it. Labels and anchors come from shared_rules/sites/facebook.json; class names
// there are generated and never used. Buttons on people are in facebook-people.ts. Reads the page only.
import type { Account, Action, Audience } from "../contract.gen";
import { facebookAccount } from "./account";
import { Boxes, type BoxKind } from "./boxes";
import { chatSubmittedBy, chatSurface } from "./facebook-chat";
import { pageOwner } from "./facebook-owner";
import { personAction } from "./facebook-people";
import { familiar } from "./familiar";
import {
  all,
  BUTTONS,
  buttonAt,
  controlLabel,
  editableAt,
  editorLabels,
  headingsIn,
  isDisabled,
  listIsOpen,
} from "./reading";
import type { Scene } from "./scene";
import { boxesIn, boxesNear, submitOf, withUnnamed } from "./sending";
import type { PersonAction, SiteAdapter, Surface } from "./site";

export function facebook(scene: Scene): SiteAdapter {
  return new FacebookSite(scene);
}

const BOXES: readonly BoxKind[] = [
  { action: "story", box: "story_box", submit: "story_submit" },
  { action: "bio", box: "bio_box", submit: "bio_submit" },
  { action: "post", box: "reel_box", submit: "reel_submit", path: /^\/(reels?|latest\/reels_composer)\b/ },
  { action: "post", box: "share_box", submit: "share_submit" },
];

class FacebookSite implements SiteAdapter {
  /** The composer last seen. Behind "Next" its editor may be out of the page while the text is still to be sent. */
  #lastPost: Surface | null = null;
  readonly id: string;
  readonly #scene: Scene;
  readonly #boxes: Boxes;

  constructor(scene: Scene) {
    this.id = scene.facts.site;
    this.#scene = scene;
    this.#boxes = new Boxes(BOXES, scene, {
      account: (editor) => this.account(editor),
      audience: (editor) => this.#audience(this.#dialogOf(editor) ?? editor.parentElement, "post"),
    });
  }

  account(editor: Element | null = null): Account {
    return facebookAccount(editor, this.#scene);
  }

  #is(key: string, label: string | null | undefined): boolean {
    return this.#scene.labels.is(key, label);
  }

  #dialogOf(element: Element): Element | null {
    return element.closest(this.#scene.facts.anchors.dialog);
  }

  #audience(container: Element | null, action: string): Audience {
    const { facts, page } = this.#scene;
    if (page.path().startsWith("/groups/") || container?.closest(facts.anchors.group_composer))
      return { scope: "group" };
    if (action !== "post" || !container) return { scope: "unknown" };
    for (const control of all(container, BUTTONS)) {
      const label = controlLabel(control);
      if (this.#is("audience_public", label)) return { scope: "public" };
      if (this.#is("audience_friends", label)) return { scope: "friends" };
    }
    return { scope: "unknown" };
  }

  #actionFor(editor: HTMLElement): "post" | "comment" | null {
    for (const label of editorLabels(editor)) {
      // Before the post prompt, as both are prefixes and a reply is the narrower of the two.
      if (this.#is("comment_box", label) || this.#is("reply_box", label)) return "comment";
      if (this.#is("post_prompt", label)) return "post";
    }
    if (this.#boxes.submitKey(editor)) return null;
    return this.#is("post_dialog", this.#dialogOf(editor)?.ariaLabel) ? "post" : null;
  }

  surfaceOf(element: Element): Surface | null {
    const editor = editableAt(element);
    if (!editor) return null;
    const action = this.#actionFor(editor);
    if (!action) return this.#boxes.surfaceOf(editor) ?? chatSurface(editor, this.account(editor), this.#scene);
    const surface = this.#surface(editor, action);
    if (action === "post") this.#lastPost = surface;
    return surface;
  }

  #surface(editor: HTMLElement, action: Action): Surface {
    return {
      action,
      editor,
      enterSubmits: action === "comment",
      place: editor,
      account: this.account(editor),
      audience: this.#audience(this.#dialogOf(editor), action),
      target: pageOwner(editor, action, this.#scene),
    };
  }

  #editorIn(container: Element, action: "post" | "comment"): Surface | null {
    return boxesIn(container, (editor) => this.#surfaceFor(editor, action));
  }

  #surfaceFor(editor: HTMLElement, action: "post" | "comment"): Surface | null {
    const surface = this.surfaceOf(editor);
    return surface?.action === action ? surface : null;
  }

  #submittedPost(button: Element): Surface | null {
    const dialog = this.#dialogOf(button);
    const own = dialog && this.#editorIn(dialog, "post");
    if (own) return own;
    // A screen after "Next", or a dialog stacked on the composer: the text is in another dialog, or gone from the page.
    const other = this.#shownPost();
    if (other) return other;
    if (dialog) return this.#isLaterStep(dialog) ? this.#lastPost : null;
    return this.#inlinePost(button);
  }

  /** The composer of whatever dialog shows one. */
  #shownPost(): Surface | null {
    for (const dialog of all(this.#scene.page.document, this.#scene.facts.anchors.dialog)) {
      const surface = this.#editorIn(dialog, "post");
      if (surface) return surface;
    }
    return null;
  }

  /** "Post settings", the screen after "Next": named so itself, or by a heading in it. */
  #isLaterStep(dialog: Element): boolean {
    const name = dialog.ariaLabel;
    if (this.#is("post_settings", name) || this.#is("post_dialog", name)) return true;
    return headingsIn(dialog).some((heading) => this.#is("post_settings", heading));
  }

  /** A composer that stands in the page itself, as in some groups: the nearest ancestor that holds one. */
  #inlinePost(button: Element): Surface | null {
    return boxesNear(button, 8, (editor) => this.#surfaceFor(editor, "post"));
  }

  /** Only what shares a form or the submit area with an editor: the action bar under a post says "Comment" too. */
  #submittedComment(button: Element): Surface | null {
    const form = button.closest("form");
    if (form) return this.#editorIn(form, "comment");
    const area = button.closest(this.#scene.facts.anchors.comment_submit_area);
    return area && boxesNear(area, 6, (editor) => this.#surfaceFor(editor, "comment"));
  }

  submittedBy(control: Element): Surface | null {
    const button = buttonAt(control);
    if (!button || isDisabled(button)) return null;
    const label = controlLabel(button);
    const isComment = this.#is("comment_submit", label);
    const isPost = this.#is("post_submit", label);
    const known =
      this.#boxes.submittedBy(button) ??
      chatSubmittedBy(button, (editor) => this.account(editor), this.#scene) ??
      (isComment ? this.#submittedComment(button) : null) ??
      (isPost ? this.#submittedPost(button) : null);
    const action = isPost ? "post" : isComment ? "comment" : this.#is("message_submit", label) ? "message" : null;
    const as = (editor: HTMLElement, doing: Action) => this.#surface(editor, doing);
    return withUnnamed(button, known, action, as, (editor) => this.surfaceOf(editor) !== null);
  }

  submitControl(surface: Surface): HTMLElement | null {
    return submitOf(surface, this.#boxes.submitKey(surface.editor), this.#scene);
  }

  actionOf(control: Element): PersonAction | null {
    const action = personAction(control, this.#scene);
    const post = action?.action === "tag" ? this.#shownPost() : null;
    return action && post ? { ...action, post: post.editor } : action;
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

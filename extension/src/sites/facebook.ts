// Facebook's web pages: the post composer (one step, or Next -> Post settings -> Post), comments and replies; chat, stories,
// reels, bios and shares by the modules beside it. Labels and anchors come from shared_rules/sites/facebook.json; class names
// there are generated and never used. Buttons on people are in facebook-people.ts. Reads the page only.
import type { Account, Action, Audience } from "../contract.gen";
import { facebookAccount } from "./account";
import { Boxes, type BoxKind, type Setting } from "./boxes";
import { FacebookChat } from "./facebook-chat";
import { pageOwner } from "./facebook-owner";
import { personAction } from "./facebook-people";
import { familiar } from "./familiar";
import { Labels, type SiteFacts } from "./labels";
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
import { boxesIn, boxesNear, submitOf, withUnnamed } from "./sending";
import type { Page, PersonAction, SiteAdapter, Surface } from "./site";

export function facebook(facts: SiteFacts, page: Page): SiteAdapter {
  return new FacebookSite(facts, page);
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
  readonly #labels: Labels;
  readonly #facts: SiteFacts;
  readonly #page: Page;
  readonly #dialogs: string;
  readonly #submitArea: string;
  readonly #boxes: Boxes;
  readonly #chat: FacebookChat;

  constructor(facts: SiteFacts, page: Page) {
    this.id = facts.site;
    this.#facts = facts;
    this.#page = page;
    this.#labels = new Labels(facts);
    this.#dialogs = facts.anchors.dialog;
    this.#submitArea = facts.anchors.comment_submit_area;
    this.#boxes = new Boxes(BOXES, this.#labels);
    this.#chat = new FacebookChat(this.#labels, facts, page);
  }

  #account(editor: Element | null): Account {
    return facebookAccount(editor, this.#labels, this.#facts, this.#page);
  }

  account(): Account {
    return this.#account(null);
  }

  get #setting(): Setting {
    return {
      path: this.#page.path(),
      account: (editor) => this.#account(editor),
      audience: (editor) => this.#audience(editor.closest(this.#dialogs) ?? editor.parentElement, "post"),
    };
  }

  #audience(container: Element | null, action: string): Audience {
    if (this.#page.path().startsWith("/groups/") || container?.closest(this.#facts.anchors.group_composer))
      return { scope: "group" };
    if (action !== "post" || !container) return { scope: "unknown" };
    for (const control of all(container, BUTTONS)) {
      const label = controlLabel(control);
      if (this.#labels.is("audience_public", label)) return { scope: "public" };
      if (this.#labels.is("audience_friends", label)) return { scope: "friends" };
    }
    return { scope: "unknown" };
  }

  #actionFor(editor: HTMLElement): "post" | "comment" | null {
    for (const label of editorLabels(editor)) {
      // Before the post prompt, as both are prefixes and a reply is the narrower of the two.
      if (this.#labels.is("comment_box", label) || this.#labels.is("reply_box", label)) return "comment";
      if (this.#labels.is("post_prompt", label)) return "post";
    }
    const dialog = editor.closest(this.#dialogs);
    if (this.#boxes.surfaceOf(editor, this.#setting)) return null;
    return this.#labels.is("post_dialog", dialog?.getAttribute("aria-label")) ? "post" : null;
  }

  surfaceOf(element: Element): Surface | null {
    const editor = editableAt(element);
    if (!editor) return null;
    const action = this.#actionFor(editor);
    if (!action)
      return this.#boxes.surfaceOf(editor, this.#setting) ?? this.#chat.surfaceOf(editor, this.#account(editor));
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
      account: this.#account(editor),
      audience: this.#audience(editor.closest(this.#dialogs), action),
      target: pageOwner(editor, action, this.#labels, this.#facts, this.#page),
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
    const dialog = button.closest(this.#dialogs);
    const own = dialog && this.#editorIn(dialog, "post");
    if (own) return own;
    // A screen after "Next", or a dialog stacked on the composer: the text is in another dialog, or gone from the page.
    for (const other of this.#page.document.querySelectorAll(this.#dialogs)) {
      const surface = this.#editorIn(other, "post");
      if (surface) return surface;
    }
    if (dialog) return this.#isLaterStep(dialog) ? this.#lastPost : null;
    return this.#inlinePost(button);
  }

  /** "Post settings", the screen after "Next": named so itself, or by a heading in it. */
  #isLaterStep(dialog: Element): boolean {
    const name = dialog.getAttribute("aria-label");
    if (this.#labels.is("post_settings", name) || this.#labels.is("post_dialog", name)) return true;
    return headingsIn(dialog).some((heading) => this.#labels.is("post_settings", heading));
  }

  /** A composer that stands in the page itself, as in some groups: the nearest ancestor that holds one. */
  #inlinePost(button: Element): Surface | null {
    return boxesNear(button, 8, (editor) => this.#surfaceFor(editor, "post"));
  }

  /** Only what shares a form or the submit area with an editor: the action bar under a post says "Comment" too. */
  #submittedComment(button: Element): Surface | null {
    const form = button.closest("form");
    if (form) return this.#editorIn(form, "comment");
    const area = button.closest(this.#submitArea);
    return area && boxesNear(area, 6, (editor) => this.#surfaceFor(editor, "comment"));
  }

  submittedBy(control: Element): Surface | null {
    const button = buttonAt(control);
    if (!button || isDisabled(button)) return null;
    const label = controlLabel(button);
    const isComment = this.#labels.is("comment_submit", label);
    const isPost = this.#labels.is("post_submit", label);
    const known =
      this.#boxes.submittedBy(button, this.#setting) ??
      this.#chat.submittedBy(button, (editor) => this.#account(editor)) ??
      (isComment ? this.#submittedComment(button) : null) ??
      (isPost ? this.#submittedPost(button) : null);
    const action = isPost
      ? "post"
      : isComment
        ? "comment"
        : this.#labels.is("message_submit", label)
          ? "message"
          : null;
    const as = (editor: HTMLElement, doing: Action) => this.#surface(editor, doing);
    return withUnnamed(button, known, action, as, (editor) => this.surfaceOf(editor) !== null);
  }

  submitControl(surface: Surface): HTMLElement | null {
    return submitOf(surface, this.#boxes.submitKey(surface, this.#page.path()), this.#labels, this.#dialogs);
  }

  actionOf(control: Element): PersonAction | null {
    return personAction(control, this.#labels, this.#facts, this.#page);
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

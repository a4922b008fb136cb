// Boxes that are told by their label alone and sent by a button near them: stories, reels, bios, shared posts, captions.
// A table of what they are called, so that one more box is one more row. Used by the site adapters; reads the page only.
import type { Account, Action, AnchorName, Audience } from "../contract.gen";
import { controlLabel, editorLabels } from "./reading";
import type { Scene } from "./scene";
import { boxesNear } from "./sending";
import type { Surface } from "./site";

export interface BoxKind {
  readonly action: Action;
  /** A label of the site's data, or "" when only `anchor` tells the box. */
  readonly box: string;
  readonly submit: string;
  /** The name of a selector that tells the box in every language. */
  readonly anchor?: AnchorName;
  /** Only on paths that match. */
  readonly path?: RegExp;
}

/** What is the same for all boxes of a page at this moment. */
export interface Setting {
  account(editor: HTMLElement): Account;
  audience(editor: HTMLElement): Audience;
}

/** How far a submit button may stand from its box. */
const REACH = 10;

export class Boxes {
  readonly #kinds: readonly BoxKind[];
  readonly #scene: Scene;
  readonly #setting: Setting;

  constructor(kinds: readonly BoxKind[], scene: Scene, setting: Setting) {
    this.#kinds = kinds;
    this.#scene = scene;
    this.#setting = setting;
  }

  #kindOf(editor: HTMLElement): BoxKind | null {
    const { labels, facts, page } = this.#scene;
    const named = editorLabels(editor);
    const fits = ({ path, anchor, box }: BoxKind) =>
      (!path || path.test(page.path())) &&
      ((anchor && editor.matches(facts.anchors[anchor])) || named.some((label) => labels.is(box, label)));
    return this.#kinds.find(fits) ?? null;
  }

  surfaceOf(editor: HTMLElement): Surface | null {
    const kind = this.#kindOf(editor);
    if (!kind) return null;
    return {
      action: kind.action,
      editor,
      enterSubmits: false,
      place: editor,
      account: this.#setting.account(editor),
      audience: this.#setting.audience(editor),
      target: null,
    };
  }

  /** The box of the nearest ancestor that holds one which this button sends. */
  submittedBy(button: HTMLElement): Surface | null {
    const { labels } = this.#scene;
    const label = controlLabel(button);
    if (!this.#kinds.some((kind) => labels.is(kind.submit, label))) return null;
    return boxesNear(button, REACH, (editor) =>
      labels.is(this.submitKey(editor) ?? "", label) ? this.surfaceOf(editor) : null,
    );
  }

  /** What the button is called in the data that sends this box; null for any other box. */
  submitKey(editor: HTMLElement): string | null {
    return this.#kindOf(editor)?.submit ?? null;
  }
}

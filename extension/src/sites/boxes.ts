// Boxes that are told by their label alone and sent by a button near them: stories, reels, bios, shared posts, captions.
// A table of what they are called, so that one more box is one more row. Used by the site adapters; reads the page only.
import type { Account, Action, Audience } from "../contract.gen";
import type { Labels } from "./labels";
import { controlLabel, editorLabels } from "./reading";
import { boxesNear } from "./sending";
import type { Surface } from "./site";

export interface BoxKind {
  readonly action: Action;
  /** A label of the site's data, or "" when only `anchor` tells the box. */
  readonly box: string;
  readonly submit: string;
  /** A selector that tells the box in every language. */
  readonly anchor?: string | undefined;
  /** Only on paths that match. */
  readonly path?: RegExp;
}

/** What is the same for all boxes of a page at this moment. */
export interface Setting {
  readonly path: string;
  account(editor: HTMLElement): Account;
  audience(editor: HTMLElement): Audience;
}

/** How far a submit button may stand from its box. */
const REACH = 10;

export class Boxes {
  readonly #kinds: readonly BoxKind[];
  readonly #labels: Labels;

  constructor(kinds: readonly BoxKind[], labels: Labels) {
    this.#kinds = kinds;
    this.#labels = labels;
  }

  #kindOf(editor: HTMLElement, path: string): BoxKind | null {
    const named = editorLabels(editor);
    const fits = (kind: BoxKind) =>
      (!kind.path || kind.path.test(path)) &&
      ((kind.anchor !== undefined && editor.matches(kind.anchor)) ||
        named.some((label) => this.#labels.is(kind.box, label)));
    return this.#kinds.find(fits) ?? null;
  }

  surfaceOf(editor: HTMLElement, setting: Setting): Surface | null {
    const kind = this.#kindOf(editor, setting.path);
    if (!kind) return null;
    return {
      action: kind.action,
      editor,
      enterSubmits: false,
      place: editor,
      account: setting.account(editor),
      audience: setting.audience(editor),
      target: null,
    };
  }

  /** The box of the nearest ancestor that holds one which this button sends. */
  submittedBy(button: HTMLElement, setting: Setting): Surface | null {
    const label = controlLabel(button);
    if (!this.#kinds.some((kind) => this.#labels.is(kind.submit, label))) return null;
    return boxesNear(button, REACH, (editor) => {
      const kind = this.#kindOf(editor, setting.path);
      return kind && this.#labels.is(kind.submit, label) ? this.surfaceOf(editor, setting) : null;
    });
  }

  submitKey(surface: Surface, path: string): string | null {
    return this.#kindOf(surface.editor, path)?.submit ?? null;
  }
}

// What the person sees when something is held: the sheet, and the line that says what to do next. It asks for the gate and
// decides nothing. Made by warning.ts.
import type { Decision } from "../contract.gen";
import type { Asker, Choice } from "../gate";
import type { Away } from "../outcome";
import type { DomSubmission } from "../submits";
import { giveBack } from "./focus";
import type { Host } from "./host";
import { boxOf } from "./make";
import type { Notice } from "./notice";
import type { Exception, Texts } from "./reason";
import { Sheet } from "./sheet";
import { themeAt } from "./theme";

/** How long a site may take to empty its editor after a replayed submit. */
const SENT_WITHIN_MS = 1_000;

export interface HeldAct {
  except(names: readonly string[], kind: Exception, place: HTMLElement): void;
  /** The text of an editor, as the gate reads it. */
  textOf(editor: HTMLElement): string;
  troubled(): void;
  /** A card gives way to the sheet. */
  closeCard(): void;
  waiting(editor: HTMLElement | undefined, on: boolean): void;
}

export class Held implements Asker<DomSubmission> {
  readonly #sheet: Sheet;
  readonly #host: Host;
  readonly #notice: Notice;
  readonly #texts: Texts;
  readonly #act: HeldAct;

  constructor(host: Host, notice: Notice, texts: Texts, act: HeldAct) {
    this.#host = host;
    this.#notice = notice;
    this.#texts = texts;
    this.#act = act;
    this.#sheet = new Sheet(host.layer, texts, () => host.raise());
  }

  get open(): boolean {
    return this.#sheet.open;
  }

  close(): void {
    this.#sheet.close();
  }

  /** Escape: true when there was a sheet. */
  escape(): boolean {
    return this.#sheet.escape();
  }

  warn(submission: DomSubmission, decision: Decision, choice: Choice): void {
    const edit = () => this.#edit(submission, choice);
    this.#prepare(submission);
    this.#sheet.warn(submission.doing, decision, boxOf(placeOf(submission)), {
      edit,
      anyway: decision.verdict === "block" ? null : () => choice.anyway(),
      except: (names, kind) => this.#act.except(names, kind, placeOf(submission)),
      copied: (who) => {
        edit();
        this.#notice.tell(placeOf(submission), this.#texts.words("copied", who));
      },
    });
  }

  tellAway(submission: DomSubmission, outcome: Away, choice: Choice): void {
    this.#prepare(submission);
    this.#sheet.tellAway(submission.doing, outcome, boxOf(placeOf(submission)), {
      edit: () => this.#edit(submission, choice),
      anyway: () => choice.anyway(),
    });
  }

  waiting({ surface }: DomSubmission, on: boolean): void {
    this.#act.waiting(surface?.editor, on);
  }

  passed({ surface }: DomSubmission, replayed: boolean): void {
    this.#act.closeCard();
    this.#notice.close();
    const editor = surface?.editor;
    if (!editor || !replayed) return;
    const { textOf } = this.#act;
    const sent = textOf(editor);
    setTimeout(() => {
      // A site that obeys trusted events only has swallowed our replay: the text still stands there.
      const stands = editor.isConnected && sent !== "" && textOf(editor) === sent;
      if (stands) this.#notice.tell(editor, this.#texts.words("press_again"));
    }, SENT_WITHIN_MS);
  }

  troubled(): void {
    this.#act.troubled();
  }

  #prepare(submission: DomSubmission): void {
    this.#act.closeCard();
    this.#notice.close();
    // The ground behind the draft or the button, not the button's own colour: Facebook's blue is dark on a light page.
    const place = placeOf(submission);
    const inside = place === submission.control ? place.parentElement : place;
    this.#host.theme = themeAt(inside?.isConnected ? inside : document.body);
    this.#host.raise();
  }

  #edit(submission: DomSubmission, choice: Choice): void {
    choice.edit();
    giveBack(placeOf(submission));
  }
}

/** What the sheet must not cover and the keyboard goes back to: the editor, or for a button on a person that button. */
function placeOf({ surface, control }: DomSubmission): HTMLElement {
  return surface?.editor.isConnected ? surface.editor : control;
}

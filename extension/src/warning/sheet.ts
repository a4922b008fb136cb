// The sheet at submit: a quiet modal dialog that leaves the draft visible. "Edit post" has the focus, "Post anyway" is there.
// Escape closes it as "Edit" does. One at a time; shown again at each further submit until the person chooses.
import type { Asking, ToldWarning } from "../about";
import type { Action, Decision } from "../contract.gen";
import type { Away } from "../outcome";
import { button, make, put } from "./make";
import { keepOnTop, type Top } from "./on-top";
import { type Box, clearOf } from "./place";
import { type Exception, rowOf, type Said, type Texts } from "./reason";

export interface SheetAct {
  edit(): void;
  /** Null when the verdict is "block", which only IT can switch on. */
  anyway: (() => void) | null;
}

/** What a person may say about one reason. */
export interface WarnAct extends SheetAct {
  except(names: readonly string[], kind: Exception): void;
  /** The message that asks somebody first has been copied, and the sheet is closed. */
  copied(who: string): void;
}

const EXCEPTIONS = ["not_student", "own_child"] as const satisfies Exception[];

export class Sheet {
  #dialog: HTMLDialogElement | null = null;
  #act: SheetAct | null = null;
  #top: Top | null = null;
  readonly #grown = new ResizeObserver(() => this.#place());
  #draft: Box = { left: 0, top: 0, width: 0, height: 0 };

  readonly #layer: HTMLElement;
  readonly #texts: Texts;
  readonly #raiseHost: () => void;

  constructor(layer: HTMLElement, texts: Texts, raiseHost: () => void) {
    this.#layer = layer;
    this.#texts = texts;
    this.#raiseHost = raiseHost;
  }

  get open(): boolean {
    return this.#dialog !== null;
  }

  warn(action: Action, decision: Decision, draft: Box, act: WarnAct): void {
    const held = decision.warnings.filter((warning) => warning.verdict === "warn" || warning.verdict === "block");
    const shown = held.length > 0 ? held : decision.warnings;
    const list = make("ul", { children: shown.map((warning) => this.#reason(warning, act)) });
    const blocked = act.anyway ? null : make("p", { class: "soft", text: this.#texts.words("blocked") });
    this.#show(action, this.#texts.words("sheet_name"), [list, blocked], draft, act);
  }

  tellAway(action: Action, { reason, policy }: Away, draft: Box, act: SheetAct): void {
    const { words } = this.#texts;
    const title = words("away_title");
    const said = policy?.say ?? "";
    // The policy's sentence can stand alone; under this title its first half would be said twice.
    const rest = said.startsWith(title) ? said.slice(title.length).trim() : said;
    const body = [rest ? make("p", { text: rest }) : null, make("p", { class: "soft", text: words(`away_${reason}`) })];
    this.#show(action, title, body, draft, act);
  }

  /** Closes without a choice; used when the page has moved on. */
  close(): void {
    this.#top?.end();
    this.#dialog?.close();
    this.#dialog?.remove();
    this.#dialog = null;
    this.#act = null;
  }

  /** Escape: the same as "Edit". True when there was a sheet. */
  escape(): boolean {
    const act = this.#act;
    this.close();
    act?.edit();
    return act !== null;
  }

  #show(action: Action, title: string, body: (HTMLElement | null)[], draft: Box, act: SheetAct): void {
    this.close();
    const { words } = this.#texts;
    const choose = (then: () => void) =>
      this.#seen(() => {
        this.close();
        then();
      });
    const edit = button(words(`edit_${action}`), "main", choose(act.edit));
    edit.autofocus = true;
    const anyway = act.anyway ? button(words(`anyway_${action}`), "plain", choose(act.anyway)) : null;
    const dialog = make("dialog", {
      class: "box sheet",
      attributes: { "aria-labelledby": "sheet-title", "aria-describedby": "sheet-body" },
      children: [
        make("h2", { text: title, attributes: { id: "sheet-title" } }),
        make("div", { attributes: { id: "sheet-body" }, children: body }),
        make("div", { class: "row end", children: [edit, anyway] }),
      ],
    });
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.escape();
    });
    this.#dialog = dialog;
    this.#act = act;
    this.#draft = draft;
    this.#layer.append(dialog);
    dialog.showModal();
    this.#place();
    edit.focus();
    this.#top = keepOnTop(dialog, () => this.#raise());
    this.#grown.disconnect();
    this.#grown.observe(dialog);
  }

  /** A press that counts: one under something of the page does not, as nobody can have read what they pressed. */
  #seen(press: () => void): () => void {
    return () => {
      if (this.#top?.clear()) press();
    };
  }

  /** Over whatever the page has put on top since, with the focus where it was. */
  #raise(): void {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#raiseHost();
    const focused = (dialog.getRootNode() as ShadowRoot).activeElement;
    dialog.close();
    dialog.showModal();
    (focused as HTMLElement | null)?.focus();
  }

  /** Again whenever it has grown: an unfolded clause, or a look that came late, must not push the buttons out of the window. */
  #place(): void {
    const dialog = this.#dialog;
    if (!dialog) return;
    put(dialog, (size, view) => clearOf(this.#draft, size, view));
  }

  #reason(warning: ToldWarning, act: WarnAct): HTMLElement {
    const { words } = this.#texts;
    const { names = [], asking } = warning;
    const said: Said[] = EXCEPTIONS.map((kind) => [words(kind), this.#seen(() => act.except(names, kind))]);
    return make("li", {
      class: warning.verdict === "inform" ? "note" : "warn",
      children: [
        make("p", { text: warning.why }),
        ...(asking ? this.#message(asking, act) : []),
        ...rowOf(warning, this.#texts, names.length > 0 ? said : []),
      ],
    });
  }

  /** A ready message, and the button that copies it. Where the browser lets nobody copy, that is said, and the words are selected. */
  #message({ who, words }: Asking, act: WarnAct): HTMLElement[] {
    const message = make("textarea", { class: "message", text: words, attributes: { readonly: "", rows: "3" } });
    message.ariaLabel = this.#texts.words("ask_first", who);
    // In the sheet itself, as everything outside of an open dialog is silent to a screen reader.
    const refused = make("p", { class: "soft", attributes: { role: "status" } });
    const copy = this.#seen(() => {
      navigator.clipboard.writeText(words).then(
        () => {
          this.close();
          act.copied(who);
        },
        () => {
          refused.textContent = this.#texts.words("copy_refused");
          message.focus();
          message.select();
        },
      );
    });
    return [message, button(this.#texts.words("ask_first", who), "plain", copy), refused];
  }
}

// The card beside underlined words: the sentence, a rewrite as a button, "Not a student", a small "Why?", dismiss.
// Non-modal, one at a time. It writes nothing itself: what its buttons do is passed in. Called by warning.ts.
import type { ToldWarning } from "../about";
import type { Warning } from "../contract.gen";
import { button, make, put } from "./make";
import { keepOnTop, type Top } from "./on-top";
import { type Box, clearOf } from "./place";
import { rowOf, type Said, type Texts } from "./reason";

export interface CardAct {
  rewrite(warning: Warning): void;
  /** These are no current student's. */
  except(names: readonly string[]): void;
  /** `returnFocus`: the card was used by keyboard or closed by hand. */
  dismiss(returnFocus: boolean): void;
}

export class Card {
  #box: HTMLElement | null = null;
  #words: Box | null = null;
  #top: Top | null = null;
  /** An unfolded clause makes it taller. */
  readonly #grown = new ResizeObserver(() => this.move());

  readonly #layer: HTMLElement;
  readonly #texts: Texts;
  readonly #raiseHost: () => void;

  constructor(layer: HTMLElement, texts: Texts, raiseHost: () => void) {
    this.#layer = layer;
    this.#texts = texts;
    this.#raiseHost = raiseHost;
  }

  get open(): boolean {
    return this.#box !== null;
  }

  show(warnings: readonly ToldWarning[], words: Box, act: CardAct): void {
    this.close();
    this.#words = words;
    const name = this.#texts.words("card_name");
    // The sign is drawn by the style sheet: a "×" as text would be a visible label other than the spoken one.
    const close = button(
      "",
      "close",
      this.#seen(() => act.dismiss(true)),
    );
    close.ariaLabel = this.#texts.words("dismiss");
    this.#box = make("div", {
      class: "box card",
      attributes: { role: "dialog", "aria-label": name, tabindex: "-1" },
      children: [...warnings.slice(0, 3).map((warning) => this.#reason(warning, act)), close],
    });
    this.#layer.append(this.#box);
    this.#grown.disconnect();
    this.#grown.observe(this.#box);
    this.move(words);
    this.#top = keepOnTop(this.#box, this.#raiseHost);
  }

  /** A press that counts: one under something of the page does not, as nobody can have read what they pressed. */
  #seen(press: () => void): () => void {
    return () => {
      if (this.#top?.clear()) press();
    };
  }

  /** Puts the keyboard into the card. */
  focus(): void {
    this.#box?.querySelector("button")?.focus();
  }

  hasFocus(): boolean {
    return this.#box?.contains((this.#box.getRootNode() as ShadowRoot).activeElement) ?? false;
  }

  /** True when a point of the window lies on the card, or on the way from the words to it. */
  near(x: number, y: number): boolean {
    const box = this.#box?.getBoundingClientRect();
    const slack = 12;
    return box ? x > box.left - slack && x < box.right + slack && y > box.top - slack && y < box.bottom + slack : false;
  }

  move(words: Box | null = this.#words): void {
    if (!this.#box || !words) return;
    this.#words = words;
    put(this.#box, (size, view) => clearOf(words, size, view));
  }

  close(): void {
    this.#top?.end();
    this.#box?.remove();
    this.#box = null;
  }

  #reason(warning: ToldWarning, act: CardAct): HTMLElement {
    const { words } = this.#texts;
    const { names = [], start } = warning;
    // A card speaks of words; of the person acted on only the sheet asks.
    const said: Said[] =
      names.length > 0 && typeof start === "number"
        ? [[words("not_student"), this.#seen(() => act.except(names))]]
        : [];
    const rewrite =
      warning.suggestion && typeof start === "number"
        ? button(
            words("replace_with", warning.suggestion),
            "main",
            this.#seen(() => act.rewrite(warning)),
          )
        : null;
    const sentence = make("p", { class: "lead", text: warning.why });
    return make("div", { class: "reason", children: [sentence, rewrite, ...rowOf(warning, this.#texts, said)] });
  }
}

// A short line near the editor that goes away by itself: "press Post again", "reload this page". Never a question.
import { make, put } from "./make";
import { aboveEditor, type Box } from "./place";

const STAYS_MS = 8_000;

export class Notice {
  #box: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #layer: HTMLElement;

  constructor(layer: HTMLElement) {
    this.#layer = layer;
  }

  show(words: string, near: Box): void {
    this.close();
    this.#box = make("div", { class: "box notice", text: words });
    this.#layer.append(this.#box);
    put(this.#box, (size, view) => aboveEditor(near, size, view));
    this.#timer = setTimeout(() => this.close(), STAYS_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#box?.remove();
    this.#box = null;
  }
}

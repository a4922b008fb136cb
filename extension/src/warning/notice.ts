// A short line near the editor that goes away by itself: "press Post again", "reload this page". Never a question.
import { make } from "./make";
import { aboveEditor, type Box } from "./place";

const STAYS_MS = 8_000;

export class Notice {
  #box: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly layer: HTMLElement) {}

  show(words: string, near: Box): void {
    this.close();
    this.#box = make("div", { class: "box notice", text: words });
    this.layer.append(this.#box);
    const size = { width: this.#box.offsetWidth, height: this.#box.offsetHeight };
    const { left, top } = aboveEditor(near, size, { width: window.innerWidth, height: window.innerHeight });
    this.#box.style.left = `${left}px`;
    this.#box.style.top = `${top}px`;
    this.#timer = setTimeout(() => this.close(), STAYS_MS);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#box?.remove();
    this.#box = null;
  }
}

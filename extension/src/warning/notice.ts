// A short line near the editor that goes away by itself: "press Post again", "reload this page". Never a question.
// Used by writing.ts, held.ts and warning.ts.
import type { Host } from "./host";
import { boxOf, make, put } from "./make";
import { aboveEditor } from "./place";
import { themeAt } from "./theme";

const STAYS_MS = 8_000;

export class Notice {
  #box: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  tell(near: HTMLElement, words: string): void {
    this.close();
    this.#host.show();
    this.#host.theme = themeAt(near);
    this.#box = make("div", { class: "box notice", text: words });
    this.#host.layer.append(this.#box);
    const place = boxOf(near);
    put(this.#box, (size, view) => aboveEditor(place, size, view));
    this.#timer = setTimeout(() => this.close(), STAYS_MS);
    this.#host.announce(words, 100);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#box?.remove();
    this.#box = null;
  }
}

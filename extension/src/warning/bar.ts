// The work-hours bar: slim, at the top, once per spell, gone with one click. It asks and never stands in the way.
// Drawn in our own root; called by visit.ts through its owner.
import type { Warning } from "../contract.gen";
import type { Words } from "../words";
import type { Host } from "./host";
import { button, make } from "./make";
import { keepOnTop, type Top } from "./on-top";
import { themeAt } from "./theme";

export class Bar {
  #box: HTMLElement | null = null;
  #top: Top | null = null;

  readonly #host: Host;
  readonly #words: Words;

  constructor(host: Host, words: Words) {
    this.#host = host;
    this.#words = words;
  }

  show(warning: Warning, forSchool: () => void): void {
    this.close();
    const choose = (then: () => void) => () => {
      if (!this.#top?.clear()) return; // pressed under something of the page, so not seen
      this.close();
      then();
    };
    this.#box = make("div", {
      class: "box bar",
      attributes: { role: "region", "aria-label": warning.title },
      children: [
        make("span", { text: warning.why }),
        button(this.#words("for_school"), "plain", choose(forSchool)),
        button(
          this.#words("dismiss"),
          "text",
          choose(() => {}),
        ),
      ],
    });
    this.#host.theme = themeAt(document.body);
    this.#host.layer.append(this.#box);
    this.#host.raise();
    this.#top = keepOnTop(this.#box, () => this.#host.raise());
    this.#host.announce(warning.why, 100);
  }

  close(): void {
    this.#top?.end();
    this.#box?.remove();
    this.#box = null;
  }
}

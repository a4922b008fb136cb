// The 22 px pill at the composer's corner: a dot when quiet, a number when not, a dash when nothing is checked, a question mark
// at a box that we do not know. All but the dot can be pressed. It moves with the editor and covers no text.
import type { Words } from "../words";
import { HOST_TAG } from "./host";
import { button, make } from "./make";
import { type Box, PILL, pillCorners } from "./place";

export type PillState =
  | { readonly kind: "quiet" | "waiting" | "away" | "unknown" }
  | { readonly kind: "count"; readonly count: number; readonly look: "note" | "warn" };

/** A page may put a button under the pill without moving the editor. */
const LOOK_AGAIN_MS = 3_000;

export class Pill {
  #pill: HTMLElement | null = null;
  #shown = "";
  #at = "";
  #looked = 0;

  readonly #layer: HTMLElement;
  readonly #words: Words;
  readonly #pressed: () => void;

  constructor(layer: HTMLElement, words: Words, pressed: () => void) {
    this.#layer = layer;
    this.#words = words;
    this.#pressed = pressed;
  }

  /** `where` is asked only when it has to be: reading a place makes the browser lay out the page at once. */
  show(state: PillState, where: () => Box): void {
    if (this.says(state)) return;
    const shown = lookOf(state);
    if (!this.#pill || shown !== this.#shown) {
      this.#pill?.remove();
      this.#pill = this.#draw(state);
      this.#shown = shown;
      this.#layer.append(this.#pill);
      this.#at = "";
    }
    this.follow(where());
  }

  follow(editor: Box): void {
    if (!this.#pill) return;
    // Asking what lies under four corners costs more than all the rest of a key: not while nothing moves.
    const at = `${editor.left} ${editor.top} ${editor.width} ${editor.height}`;
    const now = performance.now();
    if (at === this.#at && now - this.#looked < LOOK_AGAIN_MS) return;
    this.#at = at;
    this.#looked = now;
    const corners = pillCorners(editor, { width: window.innerWidth, height: window.innerHeight });
    const { left, top } = corners.find(isFree) ?? corners[0] ?? { left: 0, top: 0 };
    this.#pill.style.left = `${left}px`;
    this.#pill.style.top = `${top}px`;
    this.#pill.hidden = editor.width === 0 || editor.height === 0;
  }

  /** True when it shows this already, and its place need not be looked at again. */
  says(state: PillState): boolean {
    return this.#pill !== null && lookOf(state) === this.#shown && performance.now() - this.#looked < LOOK_AGAIN_MS;
  }

  remove(): void {
    this.#pill?.remove();
    this.#pill = null;
    this.#shown = "";
  }

  #draw(state: PillState): HTMLElement {
    if (state.kind === "quiet" || state.kind === "waiting") {
      const label = this.#words(state.kind === "quiet" ? "pill_quiet" : "pill_waiting");
      const inner = state.kind === "quiet" ? make("span", { class: "dot" }) : make("span", { text: "…" });
      return make("div", { class: "pill", attributes: { role: "img", "aria-label": label }, children: [inner] });
    }
    const counted = state.kind === "count";
    const text = counted ? String(Math.min(state.count, 99)) : state.kind === "unknown" ? "?" : "–";
    const look = counted ? (state.look === "warn" ? "count" : "note") : "away";
    const made = button(text, `pill ${look}`, this.#pressed);
    made.ariaLabel = counted ? this.#words("pill_count", text) : this.#words(`pill_${state.kind}`);
    return made;
  }
}

/** Two states with the same are drawn the same. */
function lookOf(state: PillState): string {
  return state.kind === "count" ? `${state.look} ${state.count}` : state.kind;
}

/** Nothing that can be pressed or written in lies there: the pill must not come between a person and a button. */
function isFree({ left, top }: { left: number; top: number }): boolean {
  const points = [0, PILL].flatMap((x) => [0, PILL].map((y) => [left + x, top + y] as const));
  return points.every(([x, y]) => {
    const under = document.elementsFromPoint(x, y).find((element) => element.localName !== HOST_TAG);
    return !under?.closest("button, a[href], input, textarea, select, [role='button'], [contenteditable='true']");
  });
}

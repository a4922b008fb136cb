// Notices the pointer over underlined words: rest there for a moment, or click, and the card opens.
// Passive listeners on window; with nothing underlined they return at once. It never stops an event.
import { on } from "../listen";
import type { Mark, Painter } from "./marks";

const REST_MS = 250;
const LEAVE_MS = 300;

export interface PointerWish {
  marks(): readonly Mark[];
  painter(): Painter | null;
  open(mark: Mark): void;
  /** The pointer has left words and card. */
  leave(): void;
  nearCard(x: number, y: number): boolean;
}

export class Pointer {
  #rects: { mark: Mark; rect: DOMRect }[] | null = null;
  #over: Mark | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #wish: PointerWish;

  constructor(wish: PointerWish) {
    this.#wish = wish;
  }

  listen(target: Window, signal: AbortSignal): void {
    on(target, "pointermove", (event) => this.#moved(event.clientX, event.clientY), signal);
    on(target, "click", (event) => event.isTrusted && this.#clicked(event.clientX, event.clientY), signal);
  }

  /** Words have moved: where they are is looked up anew at the next move of the pointer. */
  moved(): void {
    this.#rects = null;
  }

  #clicked(x: number, y: number): void {
    const mark = this.#markAt(x, y);
    clearTimeout(this.#timer);
    if (mark) this.#wish.open(mark);
    else if (!this.#wish.nearCard(x, y)) this.#wish.leave();
  }

  #moved(x: number, y: number): void {
    if (this.#wish.marks().length === 0) return;
    const mark = this.#markAt(x, y);
    if (mark === this.#over) return;
    if (!mark && this.#wish.nearCard(x, y)) return;
    this.#over = mark;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (mark ? this.#wish.open(mark) : this.#wish.leave()), mark ? REST_MS : LEAVE_MS);
  }

  #markAt(x: number, y: number): Mark | null {
    const painter = this.#wish.painter();
    if (!painter) return null;
    this.#rects ??= this.#wish.marks().flatMap((mark) => painter.rects(mark).map((rect) => ({ mark, rect })));
    const hit = this.#rects.find(
      ({ rect }) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom + 2,
    );
    return hit?.mark ?? null;
  }
}

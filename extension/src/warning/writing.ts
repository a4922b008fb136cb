// What the person sees while they write: underlines, the pill at the box's corner, the card of a warning.
// It shows and decides nothing; it writes into the editor only when the person clicks a rewrite. Made by warning.ts.
import type { ToldWarning } from "../about";
import type { Warning } from "../contract.gen";
import { isTextarea, replaceWords } from "../editor";
import { atEnd, on } from "../listen";
import { letsPass, type Outcome } from "../outcome";
import type { Surface } from "../sites/site";
import { Card, type CardAct } from "./card";
import { giveBack } from "./focus";
import { HighlightPainter } from "./highlight";
import type { Host } from "./host";
import { boxOf } from "./make";
import { countOf, type Mark, marksOf, type Painter } from "./marks";
import { MirrorPainter } from "./mirror";
import type { Notice } from "./notice";
import { Pill, type PillState } from "./pill";
import { Pointer } from "./pointer";
import type { Texts } from "./reason";
import { themeAt } from "./theme";

/** Smaller boxes are a site's own machinery, not something that people write in. */
const SMALLEST_BOX = 80;

interface Shown {
  readonly surface: Surface;
  readonly text: string;
  readonly outcome: Outcome;
  readonly marks: readonly Mark[];
}

export interface WritingAct {
  /** These names are no current student's; `place` gets the keyboard back. */
  except(names: readonly string[], place: HTMLElement): void;
  /** True while a sheet is open: then no card comes up beside it. */
  held(): boolean;
}

export class Writing {
  readonly #card: Card;
  readonly #pill: Pill;
  readonly #pointer: Pointer;
  readonly #highlight = new HighlightPainter();
  readonly #mirror: MirrorPainter;
  #painter: Painter | null = null;
  #shown: Shown | null = null;
  /** A box without a surface that the pill's question mark stands beside. */
  #unknown: HTMLElement | null = null;
  #frame = 0;
  /** A box that grows with its text moves the pill; asking for its place after each key would cost a layout. */
  readonly #grown = new ResizeObserver(() => this.#follow());
  #sized: HTMLElement | null = null;
  /** The editor whose ground was looked at last; a page that turns dark is noticed at the next thing to show. */
  #themed: HTMLElement | null = null;

  readonly #host: Host;
  readonly #notice: Notice;
  readonly #texts: Texts;
  readonly #act: WritingAct;

  constructor(host: Host, notice: Notice, texts: Texts, act: WritingAct) {
    this.#host = host;
    this.#notice = notice;
    this.#texts = texts;
    this.#act = act;
    this.#card = new Card(host.layer, texts, () => host.raise());
    this.#mirror = new MirrorPainter(host.layer);
    this.#pill = new Pill(host.layer, texts.words, () => this.openCard(true));
    this.#pointer = new Pointer({
      marks: () => this.#shown?.marks ?? [],
      painter: () => this.#painter,
      open: (mark) => this.#openCard(mark, false),
      leave: () => !this.#card.hasFocus() && this.#card.close(),
      nearCard: (x, y) => this.#card.near(x, y),
    });
  }

  listen(signal: AbortSignal): void {
    this.#pointer.listen(window, signal);
    const moved = () => this.#follow();
    on(window, "scroll", moved, signal);
    on(window, "resize", moved, signal);
    atEnd(signal, () => this.#grown.disconnect());
  }

  /** Paints what is known about the text that stands in an editor now. */
  show(surface: Surface, text: string, outcome: Outcome): void {
    if (outcome.kind === "superseded") return;
    const { editor } = surface;
    const marks = outcome.kind === "decision" ? marksOf(outcome.decision, text.length) : [];
    const before = this.#shown;
    const clean = marks.length === 0 && before?.marks.length === 0 && !this.#card.open;
    const state = pillOf(outcome);
    this.#shown = { surface, text, outcome, marks };
    // As for nearly every key: nothing to draw.
    if (clean && before.surface.editor === editor && this.#pill.says(state)) return;
    const changed = before?.text !== text || before.surface.editor !== editor;
    if (changed && !this.#card.hasFocus()) this.#card.close();
    this.#unknown = null;
    if (this.#sized !== editor) {
      this.#grown.disconnect();
      this.#grown.observe(editor);
      this.#sized = editor;
    }
    this.#painter = isTextarea(editor) ? this.#mirror : this.#highlight;
    if (this.#themed !== editor || marks.length > 0) this.#host.theme = themeAt(editor);
    this.#themed = editor;
    this.#host.show();
    this.#painter.paint(editor, text, marks);
    this.#pointer.moved();
    this.#showPill(editor, state);
    this.#announce(outcome);
  }

  /** A box that we do not know: a pill that says so stays beside it until another box has the focus. */
  unknown(editor: HTMLElement): void {
    if (this.#unknown === editor) return;
    this.clear();
    if (boxOf(editor).width < SMALLEST_BOX) return;
    this.#unknown = editor;
    this.#host.theme = themeAt(editor);
    this.#host.show();
    this.#showPill(editor, { kind: "unknown" });
    this.#host.announce(this.#texts.words("pill_unknown"));
  }

  /** Underlines again what is shown for this editor: the page has put other nodes in place of those we pointed at. */
  repaint(editor: HTMLElement): void {
    const shown = this.#shown;
    if (shown?.surface.editor === editor) this.#painter?.paint(editor, shown.text, shown.marks);
    this.#pointer.moved();
  }

  /** The editor has gone, or another has the focus. */
  clear(): void {
    this.#painter?.clear();
    this.#card.close();
    this.#pill.remove();
    this.#shown = null;
    this.#unknown = null;
  }

  closeCard(): void {
    this.#card.close();
  }

  /** Escape: true when there was a card. */
  escape(): boolean {
    if (!this.#card.open) return false;
    const focused = this.#card.hasFocus();
    this.#card.close();
    if (focused && this.#shown) giveBack(this.#shown.surface.editor);
    return true;
  }

  /** Opens the card of the first mark, or says why there is none. True when there was something to say. */
  openCard(byKeyboard: boolean): boolean {
    const shown = this.#shown;
    if (this.#unknown) this.#notice.tell(this.#unknown, this.#texts.words("pill_unknown"));
    if (!shown) return this.#unknown !== null;
    const { outcome, surface, marks } = shown;
    const first = marks[0];
    if (first) this.#openCard(first, byKeyboard);
    else if (outcome.kind !== "decision") this.#notice.tell(surface.editor, this.#awaySentence(outcome));
    // Warnings about the action as a whole have no words to stand beside: the editor is their place.
    else this.#showCard(outcome.decision.warnings, boxOf(surface.editor), byKeyboard);
    return true;
  }

  /** A submit of this editor waits for a verdict, or waits no more. */
  waiting(editor: HTMLElement | undefined, on: boolean): void {
    const shown = this.#shown;
    if (on && shown && shown.surface.editor === editor) this.#showPill(editor, { kind: "waiting" });
    else if (!on && shown) this.#showPill(shown.surface.editor, pillOf(shown.outcome));
  }

  #showPill(editor: HTMLElement, state: PillState): void {
    this.#pill.show(state, () => boxOf(editor));
  }

  #openCard(mark: Mark, byKeyboard: boolean): void {
    const shown = this.#shown;
    if (!shown || this.#act.held()) return;
    this.#showCard(mark.warnings, this.#painter?.rects(mark)[0] ?? boxOf(shown.surface.editor), byKeyboard);
  }

  #showCard(warnings: readonly ToldWarning[], near: DOMRect, byKeyboard: boolean): void {
    const editor = this.#shown?.surface.editor;
    if (!editor || warnings.length === 0) return;
    const act: CardAct = {
      rewrite: (warning) => this.#rewrite(warning),
      except: (names) => this.#act.except(names, editor),
      dismiss: (returnFocus) => {
        this.#card.close();
        if (returnFocus) giveBack(editor);
      },
    };
    this.#host.raise();
    this.#card.show(warnings, near, act);
    if (byKeyboard) this.#card.focus();
    else this.#host.announce(warnings[0]?.why ?? "", 100);
  }

  #rewrite({ start, end, suggestion }: Warning): void {
    const shown = this.#shown;
    this.#card.close();
    if (!shown || typeof start !== "number" || typeof end !== "number" || !suggestion) return;
    replaceWords(shown.surface.editor, shown.text, [start, end], suggestion);
  }

  #announce(outcome: Outcome): void {
    const { words } = this.#texts;
    if (outcome.kind === "away") this.#host.announce(words("away_title"));
    if (outcome.kind !== "decision") return;
    const count = countOf(outcome.decision);
    if (count === 0) this.#host.announce("");
    else this.#host.announce(count === 1 ? words("announce_one") : words("announce_many", String(count)));
  }

  #awaySentence(outcome: Outcome): string {
    const { words } = this.#texts;
    return outcome.kind === "away" ? `${words("away_title")} ${words(`away_${outcome.reason}`)}` : words("pill_quiet");
  }

  /** At most once a frame: pill, mirror and card go where the editor went. */
  #follow(): void {
    if ((!this.#shown && !this.#unknown) || this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const editor = this.#shown?.surface.editor ?? this.#unknown;
      if (!editor) return;
      if (!editor.isConnected) {
        this.clear();
        return;
      }
      this.#painter?.follow();
      this.#pointer.moved();
      this.#pill.follow(boxOf(editor));
      if (!this.#card.hasFocus()) this.#card.close();
    });
  }
}

function pillOf(outcome: Outcome): PillState {
  if (outcome.kind === "away") return { kind: "away" };
  if (outcome.kind !== "decision") return { kind: "quiet" };
  const count = countOf(outcome.decision);
  return count === 0
    ? { kind: "quiet" }
    : { kind: "count", count, look: letsPass(outcome.decision.verdict) ? "note" : "warn" };
}

// What the person sees: underlines, pill, card while typing; the sheet when a submit is held. One per page.
// It shows and asks, and decides nothing. It writes into the editor only when the person clicks a rewrite. What it needs
// from outside (words, clauses, "not a student") is passed in: no chrome.* here. Called by content.ts and by the gate.
import type { Decision, Warning } from "../contract.gen";
import { isTextarea, replaceWords } from "../editor";
import type { Asker, Choice } from "../gate";
import { type Away, letsPass, type Outcome } from "../outcome";
import type { Surface } from "../sites/site";
import type { DomSubmission } from "../submits";
import { askingFirst, namesOf } from "./about";
import { Card, type CardAct } from "./card";
import { giveBack } from "./focus";
import { HighlightPainter } from "./highlight";
import { Host } from "./host";
import { countOf, type Mark, marksOf, type Painter } from "./marks";
import { MirrorPainter } from "./mirror";
import { Notice } from "./notice";
import { Pill, type PillState } from "./pill";
import { Pointer } from "./pointer";
import type { Exception, Texts } from "./reason";
import { Sheet } from "./sheet";
import { themeAt } from "./theme";

export interface Outside {
  /** Tells the agent that names are not a current student's, and why; all is checked anew then. False when it failed. */
  except(names: readonly string[], kind: Exception): Promise<boolean>;
  /** The text of an editor, as the gate reads it. */
  textOf(editor: HTMLElement): string;
  /** Something has gone wrong and cannot be shown here. */
  troubled(): void;
}

/** Smaller boxes are a site's own machinery, not something that people write in. */
const SMALLEST_BOX = 80;

/** A card speaks of words alone. */
const ABOUT_WORDS = { action: "post", site: "" } as const;

/** How long a site may take to empty its editor after a replayed submit. */
const SENT_WITHIN_MS = 1_000;

export class Warnings implements Asker<DomSubmission> {
  readonly host: Host;
  readonly #card: Card;
  readonly #sheet: Sheet;
  readonly #pill: Pill;
  readonly #notice: Notice;
  readonly #pointer: Pointer;
  readonly #highlight = new HighlightPainter();
  readonly #mirror: MirrorPainter;
  #painter: Painter | null = null;
  #shown: { surface: Surface; text: string; outcome: Outcome; marks: Mark[] } | null = null;
  /** A box without a surface that the pill's question mark stands beside. */
  #unknown: HTMLElement | null = null;
  #failed = false;
  #frame = 0;
  /** A box that grows with its text moves the pill; asking for its place after each key would cost a layout. */
  readonly #grown = new ResizeObserver(() => this.#follow());
  #sized: HTMLElement | null = null;
  /** The editor whose ground was looked at last; a page that turns dark is noticed at the next thing to show. */
  #themed: HTMLElement | null = null;

  readonly #texts: Texts;
  readonly #outside: Outside;

  constructor(texts: Texts, outside: Outside, signal: AbortSignal) {
    this.#texts = texts;
    this.#outside = outside;
    this.host = new Host(texts.words("language"), signal);
    const { layer } = this.host;
    this.#card = new Card(layer, texts);
    this.#sheet = new Sheet(layer, texts, () => this.host.raise());
    this.#notice = new Notice(layer);
    this.#mirror = new MirrorPainter(layer);
    this.#pill = new Pill(layer, texts.words, () => this.openCard(true));
    this.#pointer = new Pointer({
      marks: () => this.#shown?.marks ?? [],
      painter: () => this.#painter,
      open: (mark) => this.#openCard(mark, false),
      leave: () => !this.#card.hasFocus() && this.#card.close(),
      nearCard: (x, y) => this.#card.near(x, y),
    });
    this.host.onEscape = () => this.#escape();
    this.host.onShortcut = () => {
      const something = this.#shown !== null || this.#unknown !== null;
      if (something) this.openCard(true);
      return something;
    };
    this.#listen(signal);
  }

  /** Paints what is known about the text that stands in an editor now. */
  show(surface: Surface, text: string, outcome: Outcome): void {
    if (outcome.kind === "superseded") return;
    const marks = outcome.kind === "decision" ? marksOf(outcome.decision, text.length) : [];
    const before = this.#shown;
    const clean = marks.length === 0 && before?.marks.length === 0 && !this.#card.open;
    if (clean && before.surface.editor === surface.editor && this.#pill.says(pillOf(outcome))) {
      this.#shown = { surface, text, outcome, marks }; // as for nearly every key: nothing to draw
      return;
    }
    const changed = before?.text !== text || before.surface.editor !== surface.editor;
    if (changed && !this.#card.hasFocus()) this.#card.close();
    this.#unknown = null;
    if (this.#sized !== surface.editor) {
      this.#grown.disconnect();
      this.#grown.observe(surface.editor);
      this.#sized = surface.editor;
    }
    this.#painter = isTextarea(surface.editor) ? this.#mirror : this.#highlight;
    this.#shown = { surface, text, outcome, marks };
    if (this.#themed !== surface.editor || marks.length > 0) this.host.theme = themeAt(surface.editor);
    this.#themed = surface.editor;
    this.host.show();
    this.#painter.paint(surface.editor, text, marks);
    this.#pointer.moved();
    this.#pill.show(pillOf(outcome), () => surface.editor.getBoundingClientRect());
    this.#announce(outcome);
  }

  /** A box that we do not know: a pill that says so stays beside it until another box has the focus. */
  unknown(editor: HTMLElement): void {
    if (this.#unknown === editor) return;
    this.clear();
    const box = editor.getBoundingClientRect();
    if (box.width < SMALLEST_BOX) return;
    this.#unknown = editor;
    this.host.theme = themeAt(editor);
    this.host.show();
    this.#pill.show({ kind: "unknown" }, () => box);
    this.host.announce(this.#texts.words("pill_unknown"));
  }

  /** A fault of ours, said once on a page. */
  failed(): void {
    if (this.#failed) return;
    this.#failed = true;
    const { activeElement, body } = document;
    this.#tell((activeElement ?? body) as HTMLElement, this.#texts.words("away_failed"));
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

  /** Opens the card of the first mark, or of the one after the card that is open. */
  openCard(byKeyboard: boolean): void {
    if (this.#unknown) this.#tell(this.#unknown, this.#texts.words("pill_unknown"));
    const shown = this.#shown;
    if (!shown) return;
    const first = shown.marks[0];
    if (first) this.#openCard(first, byKeyboard);
    else if (shown.outcome.kind === "decision") this.#openAll(shown.outcome.decision, shown.surface, byKeyboard);
    else this.#tell(shown.surface.editor, this.#awaySentence(shown.outcome));
  }

  warn(submission: DomSubmission, decision: Decision, choice: Choice): void {
    const blocked = decision.verdict === "block";
    const attempt = submission.attempt();
    const edit = () => this.#edit(submission, choice);
    this.#prepare(submission);
    this.#sheet.warn(submission.doing, decision, this.#placeOf(submission).getBoundingClientRect(), {
      edit,
      anyway: blocked ? null : () => choice.anyway(),
      names: (warning) => namesOf(warning, attempt),
      except: (names, kind) => void this.#except(names, kind, this.#placeOf(submission), "noted"),
      asking: (warning) => askingFirst(warning, attempt),
      copied: (who) => {
        edit();
        this.#tell(this.#placeOf(submission), this.#texts.words("copied", who));
      },
    });
  }

  tellAway(submission: DomSubmission, outcome: Away, choice: Choice): void {
    this.#prepare(submission);
    this.#sheet.tellAway(submission.doing, outcome, this.#placeOf(submission).getBoundingClientRect(), {
      edit: () => this.#edit(submission, choice),
      anyway: () => choice.anyway(),
    });
  }

  waiting(submission: DomSubmission, on: boolean): void {
    if (on && submission.surface && this.#shown?.surface.editor === submission.surface.editor) {
      const { editor } = submission.surface;
      this.#pill.show({ kind: "waiting" }, () => editor.getBoundingClientRect());
    } else if (!on && this.#shown) {
      const { editor } = this.#shown.surface;
      this.#pill.show(pillOf(this.#shown.outcome), () => editor.getBoundingClientRect());
    }
  }

  passed(submission: DomSubmission, replayed: boolean): void {
    this.#card.close();
    this.#notice.close();
    const editor = submission.surface?.editor;
    if (!editor || !replayed) return;
    const sent = this.#outside.textOf(editor);
    setTimeout(() => {
      // A site that obeys trusted events only has swallowed our replay: the text still stands there.
      const stands = editor.isConnected && sent !== "" && this.#outside.textOf(editor) === sent;
      if (stands) this.#tell(editor, this.#texts.words("press_again"));
    }, SENT_WITHIN_MS);
  }

  troubled(): void {
    this.#outside.troubled();
  }

  /** A remark about what hangs on a post: a short line that asks nothing and goes by itself. */
  remark(editor: HTMLElement, sentences: string): void {
    if (editor.isConnected) this.#tell(editor, sentences);
  }

  /** A short line near an editor. */
  #tell(editor: HTMLElement, words: string): void {
    this.host.show();
    this.host.theme = themeAt(editor);
    this.#notice.show(words, editor.getBoundingClientRect());
    this.host.announce(words, 100);
  }

  #prepare(submission: DomSubmission): void {
    this.#card.close();
    this.#notice.close();
    // The ground behind the draft or the button, not the button's own colour: Facebook's blue is dark on a light page.
    const place = this.#placeOf(submission);
    const inside = place === submission.control ? place.parentElement : place;
    this.host.theme = themeAt(inside?.isConnected ? inside : document.body);
    this.host.raise();
  }

  /** What the sheet must not cover and the keyboard goes back to: the editor, or for a button on a person that button. */
  #placeOf({ surface, control }: DomSubmission): HTMLElement {
    return surface?.editor.isConnected ? surface.editor : control;
  }

  #edit(submission: DomSubmission, choice: Choice): void {
    choice.edit();
    giveBack(this.#placeOf(submission));
  }

  #openCard(mark: Mark, byKeyboard: boolean): void {
    const shown = this.#shown;
    const rect = this.#painter?.rects(mark)[0] ?? shown?.surface.editor.getBoundingClientRect();
    if (!shown || !rect || this.#sheet.open) return;
    this.#showCard(mark.warnings, rect, byKeyboard);
  }

  /** Warnings about the action as a whole have no words to stand beside: the editor is their place. */
  #openAll(decision: Decision, surface: Surface, byKeyboard: boolean): void {
    if (decision.warnings.length > 0) {
      this.#showCard(decision.warnings, surface.editor.getBoundingClientRect(), byKeyboard);
    }
  }

  #showCard(warnings: readonly Warning[], near: DOMRect, byKeyboard: boolean): void {
    const shown = this.#shown;
    if (!shown) return;
    const act: CardAct = {
      rewrite: (warning) => this.#rewrite(warning),
      names: (warning) => namesOf(warning, { text: shown.text, ...ABOUT_WORDS }),
      except: (names) => void this.#except(names, "not_student", shown.surface.editor),
      dismiss: (returnFocus) => {
        this.#card.close();
        if (returnFocus) giveBack(shown.surface.editor);
      },
    };
    this.host.raise();
    this.#card.show(warnings, near, act);
    if (byKeyboard) this.#card.focus();
    else this.host.announce(warnings[0]?.why ?? "", 100);
  }

  #rewrite(warning: Warning): void {
    const shown = this.#shown;
    const { start, end, suggestion } = warning;
    this.#card.close();
    if (!shown || typeof start !== "number" || typeof end !== "number" || !suggestion) return;
    replaceWords(shown.surface.editor, shown.text, [start, end], suggestion);
  }

  async #except(names: string[], kind: Exception, place: HTMLElement, done?: "noted"): Promise<void> {
    this.#card.close();
    this.#sheet.close();
    giveBack(place);
    const taken = await this.#outside.except(names, kind);
    if (!taken) this.#tell(place, this.#texts.words("not_student_failed"));
    else if (done) this.#tell(place, this.#texts.words(done));
  }

  #escape(): boolean {
    if (this.#sheet.escape()) return true;
    if (!this.#card.open) return false;
    const focused = this.#card.hasFocus();
    this.#card.close();
    if (focused && this.#shown) giveBack(this.#shown.surface.editor);
    return true;
  }

  #announce(outcome: Outcome): void {
    const { words } = this.#texts;
    if (outcome.kind === "away") this.host.announce(words("away_title"));
    if (outcome.kind !== "decision") return;
    const count = countOf(outcome.decision);
    if (count === 0) this.host.announce("");
    else this.host.announce(count === 1 ? words("announce_one") : words("announce_many", String(count)));
  }

  #awaySentence(outcome: Outcome): string {
    const { words } = this.#texts;
    return outcome.kind === "away" ? `${words("away_title")} ${words(`away_${outcome.reason}`)}` : words("pill_quiet");
  }

  #listen(signal: AbortSignal): void {
    this.#pointer.listen(window, signal);
    const moved = () => this.#follow();
    const options = { capture: true, passive: true, signal };
    window.addEventListener("scroll", moved, options);
    window.addEventListener("resize", moved, options);
    signal.addEventListener("abort", () => this.#grown.disconnect());
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
      this.#pill.follow(editor.getBoundingClientRect());
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

// What the person sees, one per page: while they write (writing.ts), and when something is held (held.ts).
// It shows and asks, and decides nothing. What it needs from outside (words, clauses, "not a student") is passed in: no chrome.*
// here. Called by assemble.ts.
import { giveBack } from "./focus";
import { Held } from "./held";
import { Host } from "./host";
import { Notice } from "./notice";
import type { Exception, Texts } from "./reason";
import { Writing } from "./writing";

export interface Outside {
  /** Tells the agent that names are not a current student's, and why; all is checked anew then. False when it failed. */
  except(names: readonly string[], kind: Exception): Promise<boolean>;
  /** The text of an editor, as the gate reads it. */
  textOf(editor: HTMLElement): string;
  /** Something has gone wrong and cannot be shown here. */
  troubled(): void;
}

export class Warnings {
  readonly host: Host;
  readonly writing: Writing;
  readonly held: Held;
  readonly #notice: Notice;
  #failed = false;

  readonly #texts: Texts;
  readonly #outside: Outside;

  constructor(texts: Texts, outside: Outside, signal: AbortSignal) {
    this.#texts = texts;
    this.#outside = outside;
    this.host = new Host(texts.words("language"), signal);
    this.#notice = new Notice(this.host);
    this.writing = new Writing(this.host, this.#notice, texts, {
      except: (names, place) => void this.#except(names, "not_student", place),
      held: () => this.held.open,
    });
    this.held = new Held(this.host, this.#notice, texts, {
      ...outside,
      except: (names, kind, place) => void this.#except(names, kind, place, "noted"),
      closeCard: () => this.writing.closeCard(),
      waiting: (editor, on) => this.writing.waiting(editor, on),
    });
    this.host.onEscape = () => this.held.escape() || this.writing.escape();
    this.host.onShortcut = () => this.held.open || this.writing.openCard(true);
    this.writing.listen(signal);
  }

  /** A fault of ours, said once on a page. */
  failed(): void {
    if (this.#failed) return;
    this.#failed = true;
    const { activeElement, body } = document;
    this.#notice.tell((activeElement ?? body) as HTMLElement, this.#texts.words("away_failed"));
  }

  /** A remark about what hangs on a post: a short line that asks nothing and goes by itself. */
  remark(editor: HTMLElement, sentences: string): void {
    if (editor.isConnected) this.#notice.tell(editor, sentences);
  }

  async #except(names: readonly string[], kind: Exception, place: HTMLElement, done?: "noted"): Promise<void> {
    this.writing.closeCard();
    this.held.close();
    giveBack(place);
    const taken = await this.#outside.except(names, kind);
    if (!taken) this.#notice.tell(place, this.#texts.words("not_student_failed"));
    else if (done) this.#notice.tell(place, this.#texts.words(done));
  }
}

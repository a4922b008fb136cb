// The line to the worker on which a page's checks go: one port, opened with the first check and opened anew when the worker
// has been asleep. A message of its own for each key costs the page more than reading the text does. What is typed is painted
// first: worker and agent at work at the same time make the page's own frame dearer than the asking is. Used by content.ts.
import type { Draft } from "./mentions";
import { asOutcome, away, isRecord, type Outcome } from "./outcome";
import { LINE } from "./protocol";
import { orphaned } from "./visit-worker";

/** A page that never rests is not waited for any longer. */
const REST_MS = 25;

interface Waiting {
  readonly editor: string;
  readonly attempt: Draft;
  readonly answered: (outcome: Outcome) => void;
  /** Whether it may be asked once more, should the worker fall asleep or start anew over it. */
  readonly again: boolean;
}

export class Line {
  #port: chrome.runtime.Port | null = null;
  #turn = 0;
  readonly #waiting = new Map<number, Waiting>();
  /** By their boxes: what is sent as soon as the page rests. */
  readonly #next = new Map<string, Waiting>();

  /** Never rejects. A newer text of the same box takes the place of one that has not gone out yet. */
  ask = (editor: string, attempt: Draft): Promise<Outcome> =>
    new Promise((answered) => {
      if (this.#next.size === 0) requestIdleCallback(this.#sendNext, { timeout: REST_MS });
      this.#next.get(editor)?.answered({ kind: "superseded" });
      this.#next.set(editor, { editor, attempt, answered, again: true });
    });

  #sendNext = (): void => {
    const next = [...this.#next.values()];
    this.#next.clear();
    for (const asked of next) this.#send(asked);
  };

  #send(asked: Waiting): void {
    const { editor, attempt, answered } = asked;
    try {
      this.#port ??= this.#open();
      this.#turn += 1;
      this.#port.postMessage({ kind: "check", turn: this.#turn, editor, attempt });
      this.#waiting.set(this.#turn, asked);
    } catch {
      answered(away(orphaned() ? "reload" : "unreachable"));
    }
  }

  #open(): chrome.runtime.Port {
    const port = chrome.runtime.connect({ name: LINE });
    port.onMessage.addListener((said: unknown) => {
      if (!isRecord(said) || typeof said.turn !== "number") return;
      this.#waiting.get(said.turn)?.answered(asOutcome(said.outcome));
      this.#waiting.delete(said.turn);
    });
    port.onDisconnect.addListener(() => this.#lost());
    return port;
  }

  #lost(): void {
    void chrome.runtime?.lastError; // looked at, or the browser writes it down as an error of the page
    this.#port = null;
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const asked of left) {
      if (asked.again && !orphaned()) this.#send({ ...asked, again: false });
      else asked.answered(away(orphaned() ? "reload" : "unreachable"));
    }
  }
}

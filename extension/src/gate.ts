// The gate: may this submit go now? It lets the original, trusted event through when the text is known to be clean, and
// holds it only while a warning stands or no verdict for exactly this text is there. It holds nothing for good.
// A state machine over places; it knows no DOM and no chrome.*. submits.ts feeds it, warning.ts shows what it asks.
// Whatever goes wrong on the way is told as "nobody could check": a fault never lets a submit through in silence.
import { isEmpty, keyOf } from "./attempt";
import type { Checks } from "./checks";
import type { Attempt, Decision } from "./contract.gen";
import { type Away, away, letsPass } from "./outcome";

/** Something the person has just tried to send or do. */
export interface Submission {
  /** Read anew each time: the text may change while a verdict is on its way. */
  attempt(): Attempt;
  readonly editor: string;
  readonly place: object | string;
  /** Does it, once, marked as ours. */
  replay(): void;
}

/** What the person chose on the sheet. */
export interface Choice {
  edit(): void;
  anyway(): void;
}

export interface Asker<S extends Submission = Submission> {
  /** A warning stands: show the sheet. */
  warn(submission: S, decision: Decision, choice: Choice): void;
  /** Nobody could check: say so, and let the person go on. */
  tellAway(submission: S, outcome: Away, choice: Choice): void;
  /** A verdict is on its way and the submit waits for it. */
  waiting(submission: S, on: boolean): void;
  /** Sent, or let go: take down what is shown for it. A replay that leaves the text where it was is told. */
  passed(submission: S, replayed: boolean): void;
  /** A fault, and no way to show it on the page. */
  troubled(): void;
}

/** Verdicts that change under our hands (the person types on) are followed this often, then the person submits again. */
const ROUNDS = 4;

export class Gate<S extends Submission = Submission> {
  readonly #acknowledged = new WeakMap<object, Set<string>>();
  readonly #acknowledgedAt = new Map<string, Set<string>>();
  readonly #pending = new Set<object | string>();
  #toldAway = false;

  readonly #checks: Checks;
  readonly #asker: Asker<S>;

  constructor(checks: Checks, asker: Asker<S>) {
    this.#checks = checks;
    this.#asker = asker;
  }

  /** "pass": leave the event alone. "hold": stop it; the gate goes on from here by itself. */
  consider(submission: S): "pass" | "hold" {
    try {
      return this.#consider(submission);
    } catch {
      return this.#fail(submission);
    }
  }

  #consider(submission: S): "pass" | "hold" {
    const attempt = submission.attempt();
    if (isEmpty(attempt) || this.#isAcknowledged(submission, attempt)) return this.#pass(submission);
    const outcome = this.#checks.known(attempt);
    if (outcome?.kind === "decision") {
      if (letsPass(outcome.decision.verdict)) return this.#pass(submission);
      this.#warn(submission, attempt, outcome.decision);
      return "hold";
    }
    if (outcome?.kind === "away") {
      if (this.#maySkip(outcome)) return this.#pass(submission);
      this.#tellAway(submission, attempt, outcome);
      return "hold";
    }
    if (!this.#pending.has(submission.place)) void this.#resolve(submission);
    return "hold";
  }

  /** Something could not be read or shown: told once in a tab, as an agent that is away; later ones go under the dash. */
  #fail(submission: S): "pass" | "hold" {
    if (this.#toldAway) return "pass";
    const seen = () => {
      this.#toldAway = true;
    };
    const anyway = () => {
      seen();
      this.#replay(submission);
    };
    try {
      this.#asker.tellAway(submission, away("failed"), { edit: seen, anyway });
      return "hold";
    } catch {
      this.#asker.troubled();
      return "pass"; // there is nothing to press "anyway" on, and nothing is held for good
    }
  }

  /** Waits for the verdict of what stands there now, and goes on with it. Never rejects. */
  async #resolve(submission: S): Promise<void> {
    this.#pending.add(submission.place);
    this.#asker.waiting(submission, true);
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const attempt = submission.attempt();
        const outcome = await this.#checks.check(submission.editor, attempt);
        // A verdict on another text than the one that would go out now is worth nothing.
        if (keyOf(submission.attempt()) !== keyOf(attempt) || outcome.kind === "superseded") continue;
        if (outcome.kind === "away") {
          if (this.#maySkip(outcome)) this.#replay(submission);
          else this.#tellAway(submission, attempt, outcome);
        } else if (letsPass(outcome.decision.verdict)) {
          this.#replay(submission);
        } else {
          this.#warn(submission, attempt, outcome.decision);
        }
        return;
      }
      this.#asker.passed(submission, true); // the text never stood still: it has not gone out, which is told
    } catch {
      // Held already, so it must go on from here: told, or sent if that was told before.
      if (this.#fail(submission) === "pass") this.#replay(submission);
    } finally {
      this.#pending.delete(submission.place);
      this.#asker.waiting(submission, false);
    }
  }

  #warn(submission: S, attempt: Attempt, decision: Decision): void {
    this.#asker.warn(submission, decision, this.#choice(submission, attempt));
  }

  /** Told once in this tab is enough, unless the policy asks each time for this action, or never asks. */
  #maySkip({ policy }: Away): boolean {
    return policy?.verdict === "allow" || (this.#toldAway && policy?.verdict !== "warn");
  }

  #tellAway(submission: S, attempt: Attempt, outcome: Away): void {
    const choice = this.#choice(submission, attempt);
    this.#asker.tellAway(submission, outcome, {
      edit: () => {
        this.#toldAway = true; // seen is seen: the next submit goes under the dash
        choice.edit();
      },
      anyway: () => {
        this.#toldAway = true;
        choice.anyway();
      },
    });
  }

  #choice(submission: S, attempt: Attempt): Choice {
    const key = keyOf(attempt);
    return {
      edit: () => {},
      anyway: () => {
        // Only for the text that the person saw the warning about.
        if (keyOf(submission.attempt()) !== key) {
          void this.#resolve(submission);
          return;
        }
        this.#acknowledge(submission.place, key);
        this.#replay(submission);
      },
    };
  }

  #pass(submission: S): "pass" {
    this.#asker.passed(submission, false);
    return "pass";
  }

  #replay(submission: S): void {
    try {
      submission.replay();
    } finally {
      this.#asker.passed(submission, true); // text that still stands there is noticed: "press the button again"
    }
  }

  #isAcknowledged(submission: S, attempt: Attempt): boolean {
    return this.#keys(submission.place).has(keyOf(attempt));
  }

  #acknowledge(place: object | string, key: string): void {
    this.#keys(place).add(key);
  }

  #keys(place: object | string): Set<string> {
    const found = typeof place === "string" ? this.#acknowledgedAt.get(place) : this.#acknowledged.get(place);
    if (found) return found;
    const fresh = new Set<string>();
    if (typeof place === "string") this.#acknowledgedAt.set(place, fresh);
    else this.#acknowledged.set(place, fresh);
    return fresh;
  }
}

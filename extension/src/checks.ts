// The verdicts known on this page, and the one place that asks for new ones. Two askers of the same attempt share one check.
// A missing answer is remembered for a few seconds only, so that an agent that comes back is noticed.
// Knows no chrome.*: the way to the agent is passed in. Texts stay in memory, a few at a time, and go with the page.
import { keyOf } from "./attempt";
import type { Attempt } from "./contract.gen";
import type { Draft } from "./mentions";
import { away, type Outcome } from "./outcome";

/** Asks the agent. `editor` names the box, so that a newer text can end the check of an older one. */
export type Ask = (editor: string, attempt: Draft) => Promise<Outcome>;

const KEPT = 40;
const AWAY_LIFE_MS = 2_500;
/** The worker keeps the same deadline; this one holds when the worker itself never answers. */
const DEADLINE_MS = 1_600;
/** The longest text one check may carry, in UTF-16 units: MAX_TEXT of the agent's contract. */
const MAX_TEXT = 20_000;

interface Running {
  readonly answer: Promise<Outcome>;
  readonly since: number;
  readonly settle: (outcome: Outcome) => void;
}

export class Checks {
  readonly #known = new Map<string, { outcome: Outcome; at: number }>();
  readonly #running = new Map<string, Running>();
  #clock: ReturnType<typeof setTimeout> | undefined;

  readonly #ask: Ask;
  readonly #now: () => number;

  constructor(ask: Ask, now: () => number = () => performance.now()) {
    this.#ask = ask;
    this.#now = now;
  }

  /** The answer for exactly this attempt, if there is one that still counts. */
  known(attempt: Attempt): Outcome | null {
    return this.#knownAs(keyOf(attempt));
  }

  /** Asks unless known or being asked. Never rejects. */
  check(editor: string, attempt: Attempt): Promise<Outcome> {
    const key = keyOf(attempt);
    const known = this.#knownAs(key);
    if (known) return Promise.resolve(known);
    return this.#running.get(key)?.answer ?? this.#start(key, editor, attempt);
  }

  /** Everything is asked anew, as after "not a student". */
  forgetAll(): void {
    this.#known.clear();
  }

  #knownAs(key: string): Outcome | null {
    const found = this.#known.get(key);
    if (!found) return null;
    return found.outcome.kind === "away" && this.#now() - found.at > AWAY_LIFE_MS ? null : found.outcome;
  }

  #start(key: string, editor: string, attempt: Attempt): Promise<Outcome> {
    if ((attempt.text?.length ?? 0) > MAX_TEXT) return Promise.resolve(away("too_long"));
    let settle = (_outcome: Outcome) => {};
    const answer = new Promise<Outcome>((resolve) => {
      settle = (outcome) => {
        if (this.#running.get(key)?.settle !== settle) return; // given up before
        this.#running.delete(key);
        if (outcome.kind !== "superseded") this.#keep(key, outcome);
        resolve(outcome);
      };
    });
    this.#running.set(key, { answer, since: this.#now(), settle });
    this.#clock ??= setTimeout(() => this.#look(), DEADLINE_MS);
    this.#ask(editor, attempt).then(settle, () => settle(away("unreachable")));
    return answer;
  }

  /** One timer for all that is being asked: one for each key would cost typing more than reading the text does. */
  #look(): void {
    this.#clock = undefined;
    const left = [...this.#running.values()].map(({ since, settle }) => {
      const wait = DEADLINE_MS - (this.#now() - since);
      if (wait <= 0) settle(away("late"));
      return wait;
    });
    const next = left.filter((wait) => wait > 0);
    if (next.length > 0) this.#clock = setTimeout(() => this.#look(), Math.min(...next));
  }

  #keep(key: string, outcome: Outcome): void {
    // "names: loading" is a half answer: right for now, to be asked again when the model is there.
    const half = outcome.kind === "decision" && outcome.decision.checked.names === "loading";
    this.#known.delete(key);
    this.#known.set(key, { outcome, at: this.#now() });
    if (half) setTimeout(() => this.#known.delete(key), AWAY_LIFE_MS);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
  }
}

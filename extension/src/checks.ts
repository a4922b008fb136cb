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

export class Checks {
  readonly #known = new Map<string, { outcome: Outcome; at: number }>();
  readonly #running = new Map<string, Promise<Outcome>>();

  constructor(
    private readonly ask: Ask,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The answer for exactly this attempt, if there is one that still counts. */
  known(attempt: Attempt): Outcome | null {
    const found = this.#known.get(keyOf(attempt));
    if (!found) return null;
    return found.outcome.kind === "away" && this.now() - found.at > AWAY_LIFE_MS ? null : found.outcome;
  }

  /** Asks unless known or being asked. Never rejects. */
  check(editor: string, attempt: Attempt): Promise<Outcome> {
    const key = keyOf(attempt);
    const known = this.known(attempt);
    if (known) return Promise.resolve(known);
    const running = this.#running.get(key) ?? this.#start(key, editor, attempt);
    return running;
  }

  /** Everything is asked anew, as after "not a student". */
  forgetAll(): void {
    this.#known.clear();
  }

  #start(key: string, editor: string, attempt: Attempt): Promise<Outcome> {
    const tooLong = (attempt.text?.length ?? 0) > MAX_TEXT;
    const asked = tooLong ? Promise.resolve(away("too_long")) : inTime(this.ask(editor, attempt));
    const running = asked.then((outcome) => {
      this.#running.delete(key);
      if (outcome.kind !== "superseded") this.#keep(key, outcome);
      return outcome;
    });
    this.#running.set(key, running);
    return running;
  }

  #keep(key: string, outcome: Outcome): void {
    // "names: loading" is a half answer: right for now, to be asked again when the model is there.
    const half = outcome.kind === "decision" && outcome.decision.checked.names === "loading";
    this.#known.delete(key);
    this.#known.set(key, { outcome, at: this.now() });
    if (half) setTimeout(() => this.#known.delete(key), AWAY_LIFE_MS);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
  }
}

async function inTime(asked: Promise<Outcome>): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve(away("late")), DEADLINE_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return away("unreachable");
  } finally {
    clearTimeout(timer);
  }
}

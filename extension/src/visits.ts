// When a visit to a site was last spoken of. Kept in storage.session: one moment for each site, gone with the browser, never a
// page's address, nor how long somebody stayed. Called by the worker only.
import type { Attempt } from "./contract.gen";
import type { Outcome } from "./outcome";

/** As long as "this is for school" holds at the agent: one lesson and the break around it. */
export const SPELL_MS = 60 * 60 * 1000;

interface Slots {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export class Visits {
  constructor(
    private readonly slots: Slots,
    private readonly check: (attempt: Attempt) => Promise<Outcome>,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /**
   * The answer about a visit, once a spell; null when there is nothing to say. No answer is passed on as it is.
   * `staying`: the person has been there all the time, so the spell goes on, however long it gets.
   */
  async told(attempt: Attempt, staying: boolean): Promise<Outcome | null> {
    const slot = `visit-${attempt.site}`;
    const last = (await this.slots.get(slot))[slot];
    if (typeof last === "number" && this.now() - last >= 0 && this.now() - last < SPELL_MS) {
      if (staying) await this.slots.set({ [slot]: this.now() });
      return null;
    }
    const outcome = await this.check(attempt);
    if (outcome.kind !== "decision") return outcome;
    if (outcome.decision.warnings.length === 0) return null;
    await this.slots.set({ [slot]: this.now() });
    return outcome;
  }
}

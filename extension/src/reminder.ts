// The reminder to look who can see a personal post: at most once a week, and not at all where it is switched off. It is the
// extension's own (clause E-privacy-settings encourages privacy settings), and no part of any decision. Kept: one moment, in
// storage.local. Called by the worker only.
import type { AudienceReminder } from "./settings";

export const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const SLOT = "reminded";

interface Slots {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export class Reminder {
  constructor(
    private readonly slots: Slots,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** True when it is to be shown now; then not again for a week. A clock that was set back counts as a week gone by. */
  async due(wished: AudienceReminder): Promise<boolean> {
    if (wished === "off") return false;
    const last = (await this.slots.get(SLOT))[SLOT];
    const age = typeof last === "number" ? this.now() - last : WEEK_MS;
    if (age >= 0 && age < WEEK_MS) return false;
    await this.slots.set({ [SLOT]: this.now() });
    return true;
  }
}

// How well each tab is looked after, as its pages have said: kept in storage.session, gone with the tab. Used by the worker.
import type { Action } from "./contract.gen";
import { isRecord } from "./outcome";
import { ACTIONS, COVERAGES, type Coverage } from "./protocol";

export interface Covered {
  /** What was said last, of whatever box the person is in now. */
  readonly coverage: Coverage;
  readonly surfaces: Readonly<Partial<Record<Action, Coverage>>>;
}

interface Slots {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const slotOf = (tab: number) => `tab-${tab}`;

export class TabCoverage {
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly slots: Slots) {}

  /** A fresh page in this tab. */
  begin(tab: number, coverage: Coverage): Promise<void> {
    return this.#write(tab, () => ({ coverage, surfaces: {} }));
  }

  note(tab: number, coverage: Coverage, surface: Action | null): Promise<void> {
    return this.#write(tab, (before) => ({
      coverage,
      surfaces: surface ? { ...before?.surfaces, [surface]: coverage } : (before?.surfaces ?? {}),
    }));
  }

  /** Null when no page of ours has spoken in this tab. */
  async of(tab: number): Promise<Covered | null> {
    return asCovered((await this.slots.get(slotOf(tab)))[slotOf(tab)]);
  }

  async forget(tab: number): Promise<void> {
    await this.slots.remove(slotOf(tab));
  }

  /** One after the other: two frames of a page may speak at once. */
  #write(tab: number, change: (before: Covered | null) => Covered): Promise<void> {
    const write = async () => this.slots.set({ [slotOf(tab)]: change(await this.of(tab)) });
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }
}

function asCovered(value: unknown): Covered | null {
  if (!isRecord(value) || !COVERAGES.includes(String(value.coverage)) || !isRecord(value.surfaces)) return null;
  const known = Object.entries(value.surfaces).filter(
    ([surface, coverage]) => (ACTIONS as readonly string[]).includes(surface) && COVERAGES.includes(String(coverage)),
  );
  return { coverage: value.coverage as Coverage, surfaces: Object.fromEntries(known) };
}

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Warning } from "./contract.gen";
import { type VisitProvider, watchVisit } from "./visit";

const MINUTE = 60_000;
const warning: Warning = { rule: "work-hours-visit", clauses: [], verdict: "inform", title: "t", why: "w" };

let asked: boolean[];
let shown: string[];
let ended: AbortController;

/** A work day that begins after so many questions. */
function begin(quiet: number): void {
  const checked = { roster: "fresh", names: "ready", calendar: "ready", rules: "r" } as const;
  const provider: VisitProvider = {
    visit: async (_attempt, staying) => {
      asked.push(staying);
      if (asked.length <= quiet) return null;
      return { kind: "decision", decision: { id: "1", verdict: "inform", findings: [], warnings: [warning], checked } };
    },
    forSchool: async () => true,
  };
  watchVisit(
    () => ({ action: "visit", site: "facebook" }),
    provider,
    { show: ({ why }) => shown.push(why) },
    ended.signal,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  asked = [];
  shown = [];
  ended = new AbortController();
});

afterEach(() => {
  ended.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("a stay that reaches into the work day is asked about while it lasts", async () => {
  begin(3);
  await vi.advanceTimersByTimeAsync(12 * MINUTE);
  expect(shown).toEqual([]);
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(shown).toEqual(["w"]);
  expect(asked).toEqual([false, true, true, true]);
});

test("a page that is open while nobody is at it is no stay", async () => {
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
  begin(99);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(asked).toEqual([false]);
});

test("a page that is left is asked about no more", async () => {
  begin(99);
  await vi.advanceTimersByTimeAsync(1 * MINUTE);
  ended.abort();
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(asked).toEqual([false]);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchCanary } from "./canary";

let told: boolean[];
let known: boolean;
let ended: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  known = true;
  ended = new AbortController();
  watchCanary(
    () => known,
    (changed) => told.push(changed),
    ended.signal,
  );
});

afterEach(() => {
  ended.abort();
  vi.useRealTimers();
});

test("a page that is known says nothing", async () => {
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told).toEqual([]);
});

test("a page that draws itself slowly is waited for", async () => {
  known = false;
  await vi.advanceTimersByTimeAsync(3_000);
  known = true;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told).toEqual([]);
});

test("a page that shows nothing known is told once, and so is its mending", async () => {
  known = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told).toEqual([true]);
  known = true;
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told).toEqual([true, false]);
});

// @vitest-environment node
import { expect, test } from "vitest";
import { Reminder, WEEK_MS } from "./reminder";

function reminder() {
  const kept: Record<string, unknown> = {};
  const clock = { now: 1_000 };
  const slots = {
    get: async (key: string) => ({ [key]: kept[key] }),
    set: async (items: Record<string, unknown>) => void Object.assign(kept, items),
  };
  return { clock, kept, reminder: new Reminder(slots, () => clock.now) };
}

test("comes once a week at most", async () => {
  const { clock, reminder: one } = reminder();
  expect(await one.due("weekly")).toBe(true);
  expect(await one.due("weekly")).toBe(false);
  clock.now += WEEK_MS - 1;
  expect(await one.due("weekly")).toBe(false);
  clock.now += 1;
  expect(await one.due("weekly")).toBe(true);
});

test("never comes where it is switched off, and keeps nothing then", async () => {
  const { kept, reminder: one } = reminder();
  expect(await one.due("off")).toBe(false);
  expect(kept).toEqual({});
});

test("a clock set back does not silence it for years", async () => {
  const { clock, reminder: one } = reminder();
  clock.now = 10 * WEEK_MS;
  await one.due("weekly");
  clock.now = 5 * WEEK_MS;
  expect(await one.due("weekly")).toBe(true);
});

// @vitest-environment node
import { expect, test } from "vitest";
import { TabCoverage } from "./tab-coverage";

function tabs() {
  const kept: Record<string, unknown> = {};
  const slots = {
    get: async (key: string) => ({ [key]: kept[key] }),
    set: async (items: Record<string, unknown>) => void Object.assign(kept, items),
    remove: async (key: string) => void delete kept[key],
  };
  return { kept, tabs: new TabCoverage(slots) };
}

test("each surface keeps its own state, and the tab the last one", async () => {
  const { tabs: store } = tabs();
  await store.begin(3, "idle");
  await Promise.all([
    store.note(3, "protected", "post"),
    store.note(3, "unreachable", "message"),
    store.note(3, "not_recognised", null),
  ]);
  expect(await store.of(3)).toEqual({
    coverage: "not_recognised",
    surfaces: { post: "protected", message: "unreachable" },
  });
});

test("a fresh page forgets what the last one had", async () => {
  const { tabs: store } = tabs();
  await store.note(3, "protected", "post");
  await store.begin(3, "idle");
  expect(await store.of(3)).toEqual({ coverage: "idle", surfaces: {} });
});

test("a tab that nobody spoke for has nothing, nor has one with a broken note", async () => {
  const { tabs: store, kept } = tabs();
  expect(await store.of(9)).toBeNull();
  kept["tab-9"] = { coverage: "splendid", surfaces: {} };
  expect(await store.of(9)).toBeNull();
});

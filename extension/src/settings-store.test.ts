// @vitest-environment node
import { expect, test, vi } from "vitest";
import { SettingsStore } from "./settings-store";

type Listener = (changes: object, area: string) => void;

/** A stand-in for chrome.storage: no browser runs here, and a policy cannot be laid down without being root. */
function storage(managed: () => Promise<object>) {
  const own: Record<string, unknown> = {};
  const listeners: Listener[] = [];
  vi.stubGlobal("chrome", {
    storage: {
      managed: { get: managed },
      local: {
        get: () => Promise.resolve({ ...own }),
        set: (values: object) => Promise.resolve(Object.assign(own, values)),
      },
      onChanged: { addListener: (listener: Listener) => listeners.push(listener) },
    },
  });
  return (area: string) => {
    for (const listener of listeners) listener({}, area);
  };
}

test("a policy that arrives after the start is honoured from then on", async () => {
  let policy = {};
  const changed = storage(() => Promise.resolve(policy));
  const told = vi.fn();
  const store = new SettingsStore(told);
  expect((await store.get()).helpDesk).toBeNull();
  policy = { helpDesk: "https://help.example.org/" };
  changed("managed");
  expect(told).toHaveBeenCalledOnce();
  expect((await store.get()).helpDesk).toBe("https://help.example.org/");
});

test("a browser that refuses to speak of policies has set nothing", async () => {
  storage(() => Promise.reject(new Error("no managed storage manifest")));
  expect((await new SettingsStore().get()).managed).toBe(false);
});

test("what the person sets is read back, and other areas change nothing", async () => {
  const changed = storage(() => Promise.resolve({}));
  const told = vi.fn();
  const store = new SettingsStore(told);
  await store.set("whenAway", "ask");
  changed("session");
  expect(told).not.toHaveBeenCalled();
  changed("local");
  expect((await store.get()).whenAway).toBe("ask");
});

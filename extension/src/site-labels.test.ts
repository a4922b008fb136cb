// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from "vitest";
import facebook from "../../shared_rules/sites/facebook.json";
import instagram from "../../shared_rules/sites/instagram.json";
import { packAll, SiteLabels } from "./site-labels";
import type { SiteFacts } from "./sites/labels";
import { NOT_ASKED } from "./sites/pack";

type Answer = { digest: string; sites: unknown[] };
const good = (): Answer => structuredClone({ digest: "sha256:1", sites: [facebook, instagram] });

let kept: Record<string, unknown>;
let answer: unknown;
let asked: number;
let now: number;

function labels(shipped: readonly SiteFacts[] = []): SiteLabels {
  const slots = {
    get: async (key: string) => ({ [key]: kept[key] }),
    set: async (items: Record<string, unknown>) => void Object.assign(kept, items),
  };
  const ask = async () => {
    asked += 1;
    return answer;
  };
  return new SiteLabels(slots, ask, shipped, () => now);
}

beforeEach(() => {
  kept = {};
  answer = good();
  asked = 0;
  now = 1_000_000;
});

describe("what the agent serves", () => {
  test("is kept and given to a page, and not asked for again with each page", async () => {
    const store = labels();
    expect(await store.of("facebook", false)).toBeNull(); // a page does not wait for the agent
    await vi.waitFor(async () => expect((await store.of("facebook", false))?.labels.post_submit).toContain("post"));
    await store.of("instagram", false);
    expect(asked).toBe(1);
  });

  test("is asked for again at once when a page is not recognised", async () => {
    const store = labels();
    await store.of("facebook", true);
    now += 5_000;
    await store.of("facebook", true);
    expect(asked).toBe(2);
  });

  test("holds without an agent too: the last good ones are given", async () => {
    await labels().of("facebook", true);
    answer = null;
    expect((await labels().of("facebook", false))?.site).toBe("facebook");
  });

  test("is nothing where there was never an agent", async () => {
    answer = null;
    expect(await labels().of("facebook", false)).toBeNull();
  });

  test.each([
    ["text", "garbage"],
    ["no sites", { digest: "x" }],
    ["a site of another shape", { ...good(), sites: [{ site: "facebook" }] }],
    ["a label that is a number", { ...good(), sites: [{ ...facebook, labels: { post_submit: 7 } }] }],
    [
      "a label without English",
      { ...good(), sites: [{ ...facebook, labels: { post_submit: { en: [], es: [], pt: [] } } }] },
    ],
    ["an anchor that is far too long", { ...good(), sites: [{ ...facebook, anchors: { dialog: "x".repeat(300) } }] }],
    ["a host that is a script", { ...good(), sites: [{ ...facebook, hosts: ["javascript:alert(1)"] }] }],
    [
      "a known page of an unknown kind",
      { ...good(), sites: [{ ...facebook, pages: [{ at: "www.facebook.com/", shows: ["nonsense"] }] }] },
    ],
    ["one good site and one bad", { ...good(), sites: [instagram, { ...facebook, labels: [] }] }],
  ])("does not replace the last good ones when it is %s", async (_what, bad) => {
    expect(packAll(bad)).toBeNull();
    const store = labels();
    const before = await store.of("facebook", true);
    expect(before).not.toBeNull();
    answer = bad;
    now += 3_600_000;
    expect(await store.of("facebook", true)).toEqual(before);
    expect(asked).toBe(2);
    expect((await store.served()).refused).toBe(true);
    answer = null;
    now += 3_600_000;
    expect((await store.served()).refused).toBe(true);
    answer = good();
    now += 3_600_000;
    expect((await store.served()).refused).toBe(false);
  });

  test("is told where an anchor is another than the shipped one, before any page has asked", async () => {
    const store = labels(packAll(good())?.sites ?? []);
    const changed = async () => {
      const { anchors } = await store.served();
      const asked = (site: string) => Object.entries(anchors[site] ?? {}).filter(([name]) => !NOT_ASKED.includes(name));
      return { facebook: Object.fromEntries(asked("facebook")), instagram: Object.fromEntries(asked("instagram")) };
    };
    expect(await changed()).toEqual({ facebook: {}, instagram: {} });
    answer = { ...good(), sites: [{ ...facebook, anchors: { ...facebook.anchors, dialog: "[role=" } }, instagram] };
    now += 5_000;
    expect(await changed()).toEqual({ facebook: { dialog: "[role=" }, instagram: {} });
    answer = good();
    now += 5_000;
    expect(await changed()).toEqual({ facebook: {}, instagram: {} });
  });

  test("is told of the anchors that no adapter asks for too, and keeps them from the pages", async () => {
    const store = labels();
    answer = { ...good(), sites: [{ ...facebook, anchors: { ...facebook.anchors, banner: ":::banner" } }, instagram] };
    expect((await store.served()).anchors.facebook).toMatchObject({ banner: ":::banner" });
    expect(JSON.stringify(await store.of("facebook", true))).not.toContain(":::banner");
  });

  test("may be kept by an older version, which kept no such anchors", async () => {
    await labels().of("facebook", true);
    const { unasked, ...older } = kept["site-labels"] as Record<string, unknown>;
    expect(unasked).toBeDefined();
    kept = { "site-labels": older };
    answer = null;
    expect((await labels().served()).anchors.facebook).not.toHaveProperty("banner");
  });

  test("is not sent to a page that came with the same", async () => {
    const shipped = packAll(good())?.sites ?? [];
    const store = labels(shipped);
    expect(await store.of("facebook", true)).toBeNull();
    const renamed = structuredClone(facebook);
    renamed.labels.post_submit.en = ["Share now"];
    answer = { digest: "sha256:2", sites: [renamed, instagram] };
    now += 5_000;
    expect((await store.of("facebook", true))?.labels.post_submit).toContain("share now");
    expect(await store.of("instagram", true)).toBeNull();
  });

  test("may have a field more than we know: a newer agent", () => {
    expect(packAll({ ...good(), sites: [{ ...facebook, colour: "blue" }] })).not.toBeNull();
  });
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import schema from "../managed_storage.json";
import { looksAfter, OWN, SITE_DOMAINS, settingsOf, siteOf, whenAway } from "./settings";

const NOTHING = settingsOf({}, {});

describe("what the school and the person have set", () => {
  test("with nothing set, all sites are looked after and the policy decides what happens without an agent", () => {
    const expected = {
      helpDesk: null,
      whenAway: "policy",
      audienceReminder: "weekly",
      sites: Object.keys(SITE_DOMAINS),
      locked: [],
      managed: false,
    };
    expect(NOTHING).toEqual(expected);
  });

  test("the person's choice outweighs the school's, unless the school has locked it", () => {
    expect(settingsOf({ whenAway: "policy" }, { whenAway: "ask" }).whenAway).toBe("ask");
    expect(settingsOf({ whenAway: "policy", locked: ["whenAway"] }, { whenAway: "ask" }).whenAway).toBe("policy");
    expect(settingsOf({ whenAway: "ask", locked: ["whenAway"] }, { whenAway: "policy" }).whenAway).toBe("ask");
  });

  test("the reminder is the person's to switch off, and the school's to set and lock", () => {
    expect(settingsOf({}, { audienceReminder: "off" }).audienceReminder).toBe("off");
    expect(settingsOf({ audienceReminder: "off" }, {}).audienceReminder).toBe("off");
    const locked = { audienceReminder: "weekly", locked: ["audienceReminder"] };
    expect(settingsOf(locked, { audienceReminder: "off" }).audienceReminder).toBe("weekly");
  });

  test.each([
    null,
    7,
    "x",
    [],
    { sites: "facebook" },
    { sites: [] },
    { sites: ["tumblr"] },
    { locked: "all", whenAway: 3 },
  ])("values that cannot be used (%j) count as not set and switch nothing off", (managed) => {
    expect({ ...settingsOf(managed, managed), managed: false }).toEqual(NOTHING);
  });

  test.each([
    ["https://help.example.org/second-look", true],
    ["mailto:help@example.org", true],
    ["http://help.example.org", false],
    ["javascript:alert(1)", false],
    ["help.example.org", false],
  ])("%s as a help desk: %s", (helpDesk, taken) => {
    expect(settingsOf({ helpDesk }, {}).helpDesk).toBe(taken ? helpDesk : null);
  });

  test("a person cannot set what is the school's alone", () => {
    expect(settingsOf({}, { sites: ["facebook"], helpDesk: "https://x.example" })).toEqual(NOTHING);
  });

  test("the schema that browsers enforce names exactly the settings that are read", () => {
    expect(Object.keys(schema.properties).sort()).toEqual([
      "audienceReminder",
      "helpDesk",
      "locked",
      "sites",
      "whenAway",
    ]);
    expect(schema.properties.locked.items.enum).toEqual(OWN);
    expect(schema.properties.sites.items.enum).toEqual(Object.keys(SITE_DOMAINS));
  });
});

describe("sites", () => {
  test.each([
    ["https://www.facebook.com/x", "facebook"],
    ["https://m.facebook.com/", "facebook"],
    ["https://www.instagram.com/p/1", "instagram"],
    ["https://www.messenger.com/t/1", "messenger"],
    ["https://notfacebook.com/", null],
    ["https://facebook.com.example.org/", null],
    ["about:blank", null],
    [undefined, null],
  ])("%s is %s", (address, site) => {
    expect(siteOf(address)).toBe(site);
  });

  test("a site that the school leaves out is not looked after, its neighbours are", () => {
    const settings = settingsOf({ sites: ["facebook"] }, {});
    expect(looksAfter(settings, "https://www.instagram.com/")).toBe(false);
    expect(looksAfter(settings, "https://www.facebook.com/")).toBe(true);
  });
});

describe("with no agent", () => {
  const ask = settingsOf({}, { whenAway: "ask" });
  test("asking each time makes the policy's word stricter, never milder", () => {
    expect(whenAway(ask, { verdict: "inform", say: "x" })).toEqual({ verdict: "warn", say: "x" });
    expect(whenAway(ask, { verdict: "block", say: "x" }).verdict).toBe("block");
    expect(whenAway(NOTHING, { verdict: "inform", say: "x" }).verdict).toBe("inform");
  });
});

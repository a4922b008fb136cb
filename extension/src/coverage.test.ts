// @vitest-environment node
import { describe, expect, test } from "vitest";
import { BADGES, coverageNow } from "./coverage";

describe("what is said of a tab", () => {
  test.each([
    ["a page of another site", "protected", false, "protected", "idle"],
    ["a page of ours that nothing has spoken for", null, true, "protected", "reload"],
    ["a page checked a moment ago", "protected", true, "protected", "protected"],
    ["a page checked with a part missing", "protected", true, "limited", "protected"],
    ["a page checked before the agent was paused", "protected", true, "paused", "paused"],
    ["a page checked before the agent ended", "protected", true, "unreachable", "unreachable"],
    ["a page nobody writes on, without an agent", "idle", true, "no_host", "unreachable"],
    ["a page while something else answers", "protected", true, "not_proved", "unreachable"],
    ["an agent that protects nothing", "protected", true, "not_protecting", "unreachable"],
    ["a page while the agent starts", "protected", true, "starting", "starting"],
    ["a box we do not know, agent or not", "not_recognised", true, "unreachable", "not_recognised"],
    ["a script that has outlived its extension", "reload", true, "protected", "reload"],
    ["a site that the school left out", "off", true, "protected", "off"],
    ["a page whose agent has come back", "unreachable", true, "protected", "idle"],
  ] as const)("%s", (_what, said, ours, agent, expected) => {
    expect(coverageNow(said, ours, agent)).toBe(expected);
  });

  test("no badge ever shows a count, and every state that checks nothing on a page of ours shows something", () => {
    for (const badge of Object.values(BADGES)) expect(badge).not.toMatch(/\d/);
    for (const state of ["unreachable", "paused", "reload", "not_recognised"] as const)
      expect(BADGES[state]).not.toBe("");
  });
});

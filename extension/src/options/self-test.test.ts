// @vitest-environment node
import { describe, expect, test } from "vitest";
import en from "../../_locales/en/messages.json";
import type { Checked } from "../contract.gen";
import type { SiteFiles } from "../site-files";
import { selfTest } from "./self-test";

const BUILT = { version: "1.0.0", rules: "sha256:ours" };
const GOOD: Checked = { roster: "fresh", names: "ready", calendar: "ready", rules: "sha256:ours" };
const FINE: SiteFiles = { refused: false, anchors: [] };
const states = (agent: string, checked: Checked | null = null, version: string | null = null, siteFiles = FINE) =>
  Object.fromEntries(selfTest({ agent, version, checked, siteFiles }, BUILT).map(({ step, state }) => [step, state]));

describe("the self-test", () => {
  test("is green throughout when everything is in order", () => {
    expect(new Set(Object.values(states("protected", GOOD, "1.0.0")))).toEqual(new Set(["good"]));
  });

  test.each([
    ["no_host", "host", ["agent", "proof"]],
    ["unreachable", "agent", ["proof", "version"]],
    ["late", "agent", ["proof", "rules"]],
    ["not_proved", "proof", ["version", "roster", "names", "calendar", "rules"]],
  ])("%s: the %s line is bad, and what lies behind it is unknown, never good", (agent, bad, unknown) => {
    const found = states(agent);
    expect(found[bad]).toBe("bad");
    for (const step of unknown) expect(found[step]).toBe("unknown");
  });

  test("another version, other rules, an old roster: said, and no fault", () => {
    const found = states("limited", { ...GOOD, roster: "stale", rules: "sha256:theirs" }, "1.1.0");
    expect([found.version, found.rules, found.roster, found.agent]).toEqual(["poor", "poor", "poor", "poor"]);
  });

  test("a site file that cannot be used, whole or in part, is said, with or without an agent", () => {
    expect(states("unreachable").sites).toBe("good");
    expect(states("unreachable", null, null, { refused: true, anchors: [] }).sites).toBe("poor");
    const broken = selfTest(
      {
        agent: "protected",
        version: "1.0.0",
        checked: GOOD,
        siteFiles: { refused: false, anchors: ["facebook: dialog"] },
      },
      BUILT,
    );
    expect(broken.find(({ step }) => step === "sites")).toMatchObject({ state: "poor", fill: ["facebook: dialog"] });
  });

  test("every line it can say has its words", () => {
    const agents =
      "protected starting limited paused not_protecting no_host unreachable late not_proved refused bad_answer";
    const parts: Checked[] = [
      GOOD,
      { roster: "stale", names: "loading", calendar: "missing", rules: "" },
      { roster: "missing", names: "missing", calendar: "doubtful", rules: "" },
      { ...GOOD, roster: "invented" },
    ];
    const files: SiteFiles[] = [FINE, { refused: true, anchors: [] }, { refused: false, anchors: ["facebook: feed"] }];
    for (const agent of agents.split(" ")) {
      for (const checked of [...parts, null]) {
        const answered = { agent, version: checked && "1", checked };
        for (const { step, state, say } of files.flatMap((siteFiles) => selfTest({ ...answered, siteFiles }, BUILT))) {
          for (const key of [say, `test_${step}`, `test_is_${state}`]) expect(en).toHaveProperty(key);
        }
      }
    }
  });
});

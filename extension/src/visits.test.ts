// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { Decision, Warning } from "./contract.gen";
import { away, type Outcome } from "./outcome";
import { SPELL_MS, Visits } from "./visits";

const warning: Warning = { rule: "work-hours-visit", clauses: [], verdict: "inform", title: "t", why: "w" };

function decided(warnings: Warning[]): Outcome {
  const checked: Decision["checked"] = { roster: "fresh", names: "ready", calendar: "ready", rules: "r" };
  return { kind: "decision", decision: { id: "1", verdict: "inform", findings: [], warnings, checked } };
}

function visits(answers: Outcome[]) {
  const kept: Record<string, unknown> = {};
  const clock = { now: 0 };
  const slots = {
    get: (key: string) => Promise.resolve({ [key]: kept[key] }),
    set: (items: Record<string, unknown>) => Promise.resolve(void Object.assign(kept, items)),
  };
  const check = () => Promise.resolve(answers.shift() ?? decided([]));
  return { clock, kept, visits: new Visits(slots, check, () => clock.now) };
}

const visit = { action: "visit", site: "youtube" } as const;

describe("a visit", () => {
  test("is spoken of once a spell, and again when the spell is over", async () => {
    const { clock, visits: told } = visits([decided([warning]), decided([warning])]);
    expect((await told.told(visit, false))?.kind).toBe("decision");
    clock.now = SPELL_MS - 1;
    expect(await told.told(visit, false)).toBeNull();
    clock.now = SPELL_MS;
    expect((await told.told(visit, false))?.kind).toBe("decision");
  });

  test("goes on while the person stays, and is not spoken of twice however long that is", async () => {
    const { clock, visits: told } = visits([decided([warning]), decided([warning])]);
    await told.told(visit, false);
    for (clock.now = 0; clock.now < 3 * SPELL_MS; clock.now += SPELL_MS / 12) {
      expect(await told.told(visit, true)).toBeNull();
    }
    clock.now += SPELL_MS;
    expect((await told.told(visit, false))?.kind).toBe("decision");
  });

  test("that began before the work day is spoken of when it reaches into it", async () => {
    const { visits: told } = visits([decided([]), decided([]), decided([warning])]);
    expect(await told.told(visit, false)).toBeNull();
    expect(await told.told(visit, true)).toBeNull();
    expect((await told.told(visit, true))?.kind).toBe("decision");
  });

  test("that nobody minds leaves nothing behind", async () => {
    const { kept, visits: told } = visits([decided([])]);
    expect(await told.told(visit, false)).toBeNull();
    expect(kept).toEqual({});
  });

  test("without an answer is no spell: it is passed on, to be asked again", async () => {
    const { kept, visits: told } = visits([away("unreachable"), decided([warning])]);
    expect((await told.told(visit, false))?.kind).toBe("away");
    expect(kept).toEqual({});
    expect((await told.told(visit, false))?.kind).toBe("decision");
  });
});

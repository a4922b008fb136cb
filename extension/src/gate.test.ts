// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Checks } from "./checks";
import type { Attempt, Verdict } from "./contract.gen";
import { type Asker, type Choice, Gate, type Submission } from "./gate";
import { away, type Outcome } from "./outcome";

function verdict(of: Verdict): Outcome {
  const checked = { roster: "fresh", names: "ready", calendar: "ready", rules: "sha256:0" } as const;
  return { kind: "decision", decision: { id: "1", verdict: of, findings: [], warnings: [], checked } };
}

/** An agent whose answers the test gives when it likes. */
class SlowAgent {
  readonly asked: Attempt[] = [];
  #answers: ((outcome: Outcome) => void)[] = [];
  ask = (_editor: string, attempt: Attempt): Promise<Outcome> => {
    this.asked.push(attempt);
    return new Promise((resolve) => this.#answers.push(resolve));
  };
  async answer(outcome: Outcome): Promise<void> {
    this.#answers.shift()?.(outcome);
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  }
}

let agent: SlowAgent;
let asker: { [K in keyof Asker]: ReturnType<typeof vi.fn<Asker[K]>> };
let gate: Gate;
let text: string;
let replayed: string[];
let now: number;
const place = {};

beforeEach(() => {
  agent = new SlowAgent();
  asker = { warn: vi.fn(), tellAway: vi.fn(), waiting: vi.fn(), passed: vi.fn(), troubled: vi.fn() };
  now = 0;
  gate = new Gate(new Checks(agent.ask, () => now), asker);
  text = "Go Emma";
  replayed = [];
});

function submission(at: object | string = place): Submission {
  return {
    attempt: () => ({ action: "post", site: "facebook", text }),
    editor: "e1",
    place: at,
    replay: () => replayed.push(text),
  };
}

async function submitAnd(outcome: Outcome): Promise<void> {
  expect(gate.consider(submission())).toBe("hold");
  await agent.answer(outcome);
}

function lastChoice(of: "warn" | "tellAway"): Choice {
  const call = asker[of].mock.calls.at(-1);
  if (!call) throw new Error(`nothing was asked by ${of}`);
  return call[2];
}

describe("a submit whose text is known", () => {
  test.each(["allow", "inform"] as const)("passes untouched with the verdict %s", async (known) => {
    await submitAnd(verdict(known));
    expect(gate.consider(submission())).toBe("pass");
    expect(replayed).toEqual(["Go Emma"]); // the first, held one alone
  });

  test.each(["warn", "block"] as const)("is held by %s, each time, until the person chooses", async (known) => {
    await submitAnd(verdict(known));
    expect(gate.consider(submission())).toBe("hold");
    expect(gate.consider(submission())).toBe("hold");
    expect(asker.warn).toHaveBeenCalledTimes(3);
    expect(replayed).toEqual([]);
    expect(agent.asked).toHaveLength(1);
  });

  test("an empty text is nobody's business", () => {
    text = "  \n";
    expect(gate.consider(submission())).toBe("pass");
    expect(agent.asked).toEqual([]);
  });
});

describe("anyway", () => {
  test("sends once, and is remembered for that text in that place only", async () => {
    await submitAnd(verdict("warn"));
    lastChoice("warn").anyway();
    expect(replayed).toEqual(["Go Emma"]);
    expect(gate.consider(submission())).toBe("pass");
    expect(gate.consider(submission("elsewhere"))).toBe("hold");
    text = "Go Emma and Liam";
    expect(gate.consider(submission())).toBe("hold");
  });

  test("does not count for words that changed under the sheet", async () => {
    await submitAnd(verdict("warn"));
    text = "Go Emma R. of room 12";
    lastChoice("warn").anyway();
    expect(replayed).toEqual([]);
    await agent.answer(verdict("warn"));
    expect(replayed).toEqual([]);
    expect(asker.warn).toHaveBeenCalledTimes(2);
  });
});

describe("a submit before its verdict", () => {
  test("waits, and goes out by itself, once, when the text is clean", async () => {
    expect(gate.consider(submission())).toBe("hold");
    expect(gate.consider(submission())).toBe("hold"); // a double click
    await agent.answer(verdict("allow"));
    expect(replayed).toEqual(["Go Emma"]);
    expect(asker.waiting.mock.calls.map(([, on]) => on)).toEqual([true, false]);
  });

  test("is not sent on the verdict of an older text", async () => {
    gate.consider(submission());
    text = "Go Emma Rodrigues";
    await agent.answer(verdict("allow"));
    expect(replayed).toEqual([]);
    await agent.answer(verdict("warn"));
    expect(replayed).toEqual([]);
    expect(asker.warn).toHaveBeenCalledOnce();
  });

  test("is not lost when its check is superseded by the typing's own", async () => {
    gate.consider(submission());
    await agent.answer({ kind: "superseded" });
    await agent.answer(verdict("allow"));
    expect(replayed).toEqual(["Go Emma"]);
  });
});

describe("no answer", () => {
  test("is told once, then later submits pass: nothing is held for good", async () => {
    await submitAnd(away("unreachable"));
    expect(asker.tellAway).toHaveBeenCalledOnce();
    expect(replayed).toEqual([]);
    lastChoice("tellAway").anyway();
    expect(replayed).toEqual(["Go Emma"]);
    text = "Another";
    expect(gate.consider(submission())).toBe("hold"); // its own check is on its way
    await agent.answer(away("late"));
    expect(replayed).toEqual(["Go Emma", "Another"]);
    expect(asker.tellAway).toHaveBeenCalledOnce();
  });

  test("seen and put away with Edit counts as told", async () => {
    await submitAnd(away("no_host"));
    lastChoice("tellAway").edit();
    expect(gate.consider(submission())).toBe("pass");
  });

  test("is asked again after a while, so that an agent that came back is noticed", async () => {
    await submitAnd(away("unreachable"));
    lastChoice("tellAway").edit();
    now = 10_000;
    expect(gate.consider(submission())).toBe("hold");
    await agent.answer(verdict("warn"));
    expect(asker.warn).toHaveBeenCalledOnce();
    expect(replayed).toEqual([]);
  });

  test("holds each time where the policy says so, and never where it says that it may go", async () => {
    const strict = away("unreachable", { verdict: "warn", say: "Please look yourself." });
    await submitAnd(strict);
    lastChoice("tellAway").edit();
    expect(gate.consider(submission())).toBe("hold");
    text = "Another";
    await submitAnd(away("unreachable", { verdict: "allow", say: "" }));
    expect(replayed).toEqual(["Another"]);
  });

  test("an agent that throws is an agent that is away", async () => {
    const failing = new Gate(new Checks(() => Promise.reject(new Error("gone"))), asker);
    failing.consider(submission());
    await vi.waitFor(() => expect(asker.tellAway).toHaveBeenCalledOnce());
    expect(replayed).toEqual([]);
  });

  test("an agent that never answers is late, and nothing is held for good", async () => {
    vi.useFakeTimers();
    try {
      const silent = new Gate(new Checks(() => new Promise(() => {})), asker);
      silent.consider(submission());
      await vi.advanceTimersByTimeAsync(1_700);
      expect(asker.tellAway.mock.calls[0]?.[1]).toEqual(away("late"));
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a fault", () => {
  const broken = (): Submission => ({
    ...submission(),
    attempt: () => {
      throw new TypeError("no such selector");
    },
  });

  test("in reading the page is told once, held until the person chooses, and never silent", () => {
    expect(gate.consider(broken())).toBe("hold");
    expect(asker.tellAway.mock.calls[0]?.[1]).toEqual(away("failed"));
    expect(replayed).toEqual([]);
    lastChoice("tellAway").anyway();
    expect(replayed).toEqual(["Go Emma"]);
    expect(gate.consider(broken())).toBe("pass"); // told in this tab: later ones go under the dash
  });

  test("in showing the warning is told too, while a verdict was awaited as well", async () => {
    asker.warn.mockImplementation(() => {
      throw new Error("no place for a sheet");
    });
    await submitAnd(verdict("warn"));
    expect(asker.tellAway.mock.calls[0]?.[1]).toEqual(away("failed"));
    expect(replayed).toEqual([]);
  });

  test("that cannot even be shown is said on the badge, and nothing is held for good", () => {
    asker.tellAway.mockImplementation(() => {
      throw new Error("no page");
    });
    expect(gate.consider(broken())).toBe("pass");
    expect(asker.troubled).toHaveBeenCalledOnce();
  });

  test("in doing it again is noticed by the text that still stands there", async () => {
    const stuck = {
      ...submission(),
      replay: vi.fn(() => {
        throw new Error("not in this form");
      }),
    };
    gate.consider(stuck);
    await agent.answer(verdict("allow"));
    expect(stuck.replay).toHaveBeenCalledOnce();
    expect(asker.passed).toHaveBeenCalledWith(stuck, true);
  });

  test("words that never stand still are not sent, and the person hears that they were not", async () => {
    gate.consider(submission());
    for (let round = 0; round < 4; round += 1) {
      text += "!";
      await agent.answer(verdict("allow"));
    }
    expect(replayed).toEqual([]);
    expect(asker.passed).toHaveBeenCalledWith(expect.anything(), true);
  });
});

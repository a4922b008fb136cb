// @vitest-environment node
import { describe, expect, test } from "vitest";
import { asDecision, asOutcome } from "./outcome";
import { asMessage } from "./protocol";

const CHECKED = { roster: "fresh", names: "ready", calendar: "ready", rules: "sha256:0" };
const WARNING = { rule: "r", clauses: ["D-x"], verdict: "warn", start: 0, end: 4, title: "t", why: "w" };
const DECISION = { id: "1", verdict: "warn", findings: [], warnings: [WARNING], checked: CHECKED };

describe("messages", () => {
  test.each([
    { kind: "check", editor: "e1", attempt: { action: "post", site: "facebook", text: "x" } },
    { kind: "except", names: ["Liam", "liam.o"], as: "own_child" },
    { kind: "for_school", site: "facebook" },
    { kind: "clause", key: "D-student-info" },
    { kind: "hello", site: "facebook" },
    { kind: "look" },
    { kind: "remind" },
    { kind: "visit", attempt: { action: "visit", site: "youtube" }, staying: true },
    { kind: "photos", site: "facebook", account: {}, photos: { photos: 1, names: ["a.jpg"], located: false } },
    {
      kind: "check",
      editor: "e1",
      attempt: { action: "post", site: "facebook", text: "x", mentions: [{ name: "A B", handle: null }] },
    },
    { kind: "coverage", site: "facebook", coverage: "protected", surface: "post" },
    { kind: "coverage", site: "facebook", coverage: "idle", surface: null },
    { kind: "tab_status", tab: 3, ours: true },
  ])("a well-formed $kind is taken", (message) => {
    expect(asMessage(message)).toEqual(message);
  });

  test.each([
    [null],
    ["check"],
    [[]],
    [{}],
    [{ kind: "link" }],
    [{ kind: "check", editor: "e1" }],
    [{ kind: "check", editor: "", attempt: { action: "post", site: "facebook" } }],
    [{ kind: "check", editor: "e1", attempt: { action: "delete", site: "facebook" } }],
    [{ kind: "check", editor: "e1", attempt: { action: "post", site: "facebook", text: 5 } }],
    [{ kind: "check", editor: "e1", attempt: { action: "post", site: "facebook", token: "x" } }],
    [{ kind: "check", editor: "e1", attempt: JSON.parse('{"action":"post","site":"facebook","__proto__":{"a":1}}') }],
    [{ kind: "except", names: ["x".repeat(301)], as: "not_student" }],
    [{ kind: "except", names: [], as: "not_student" }],
    [{ kind: "except", names: ["Liam"], as: "anybody" }],
    [{ kind: "coverage", site: "facebook", coverage: "fine", surface: null }],
    [{ kind: "coverage", site: "facebook", coverage: "idle", surface: "hug" }],
    [{ kind: "coverage", coverage: "idle", surface: null }],
    [{ kind: "hello" }],
    [{ kind: "tab_status", tab: "3" }],
    [{ kind: "visit", attempt: { action: "visit", site: "youtube" } }],
    [{ kind: "photos", site: "facebook", account: {}, photos: { names: [7], located: false } }],
    [{ kind: "check", editor: "e1", attempt: { action: "post", site: "facebook", mentions: Array(7).fill({}) } }],
  ])("anything else is dropped: %j", (message) => {
    expect(asMessage(message)).toBeNull();
  });
});

describe("outcomes", () => {
  test("a decision is taken as it is, further fields included", () => {
    const newer = { ...DECISION, notes: [] };
    expect(asDecision(newer)).toBe(newer);
  });

  test.each([
    ["a bad verdict", { ...DECISION, verdict: "maybe" }],
    ["no warnings", { ...DECISION, warnings: undefined }],
    ["a warning without words", { ...DECISION, warnings: [{ ...WARNING, why: undefined }] }],
    ["an offset that is text", { ...DECISION, warnings: [{ ...WARNING, start: "0" }] }],
    ["an offset that is negative", { ...DECISION, findings: [{ kind: "X", start: -1, end: 2, score: 1 }] }],
    ["a span that ends before it begins", { ...DECISION, warnings: [{ ...WARNING, start: 9 }] }],
    ["a list", [DECISION]],
    ["nothing", null],
  ])("%s is no decision, and never a clean one", (_what, value) => {
    expect(asDecision(value)).toBeNull();
  });

  test("an answer of another kind is no answer", () => {
    expect(asOutcome(undefined)).toEqual({ kind: "away", reason: "bad_answer" });
    expect(asOutcome({ kind: "decision" })).toEqual({ kind: "away", reason: "bad_answer" });
    expect(asOutcome({ kind: "decision", decision: { verdict: "allow" } })).toEqual({
      kind: "away",
      reason: "bad_answer",
    });
    expect(asOutcome({ kind: "away" })).toEqual({ kind: "away", reason: "bad_answer" });
  });

  test("a missing agent's reason and the policy's word about it arrive whole", () => {
    const policy = { verdict: "warn", say: "Please look yourself." };
    expect(asOutcome({ kind: "away", reason: "late", policy })).toEqual({ kind: "away", reason: "late", policy });
  });
});

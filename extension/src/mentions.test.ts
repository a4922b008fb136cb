import { describe, expect, test } from "vitest";
import type { Attempt, Decision, Verdict } from "./contract.gen";
import { readEditor } from "./editor";
import { withMentions } from "./mention-checks";
import { mentionsIn } from "./mentions";
import { away, type Outcome } from "./outcome";

function editor(spans: [string, Record<string, string>][] = []): HTMLElement {
  const box = document.createElement("div");
  for (const [text, attributes] of spans) {
    const span = document.createElement("span");
    span.textContent = text;
    for (const [name, value] of Object.entries(attributes)) span.setAttribute(name, value);
    box.append(span);
  }
  return box;
}

function decided(verdict: Verdict): Outcome {
  const checked: Decision["checked"] = { roster: "fresh", names: "ready", calendar: "ready", rules: "r" };
  const about = { rule: `r-${verdict}`, clauses: [], verdict, title: "", why: "", start: 2, end: 5 };
  const warnings = verdict === "allow" ? [] : [about];
  return { kind: "decision", decision: { id: "1", verdict, findings: [], warnings, checked } };
}

describe("the people mentioned in a text", () => {
  test.each([
    ["thanks @Dana Whitfield for it", [{ name: "Dana Whitfield", handle: null }]],
    ["@emma.rodrigues well done.", [{ name: null, handle: "emma.rodrigues" }]],
    ["see you @liam_o.", [{ name: null, handle: "liam_o" }]],
    ["write to kelly@mps.example.org", []],
    ["Dana Whitfield, no mention", []],
  ])("in %j are %j", (text, people) => {
    expect(mentionsIn({ text, nodes: [] })).toEqual(people);
  });

  test("are the marked spans of several words, not the plain ones", () => {
    const box = editor([
      ["Dana Whitfield", { "data-lexical-text": "true", spellcheck: "false" }],
      ["Otis Greer", { "data-lexical-text": "true" }],
      ["what a day", { "data-lexical-text": "true", style: "color:red" }],
    ]);
    expect(mentionsIn(readEditor(box))).toEqual([{ name: "Dana Whitfield", handle: null }]);
  });
});

describe("asking with mentions", () => {
  const draft = { action: "comment", site: "facebook", text: "x", mentions: [{ name: "A B", handle: null }] } as const;

  test("sends each as a tag, never as a field, and takes the more severe verdict", async () => {
    const asked: [string, Attempt][] = [];
    const answer = await withMentions((name, attempt) => {
      asked.push([name, attempt]);
      return Promise.resolve(decided(attempt.action === "tag" ? "warn" : "inform"));
    })("e1", draft);
    expect(asked.map(([name, { action }]) => [name, action])).toEqual([
      ["e1", "comment"],
      ["e1@0", "tag"],
    ]);
    expect(asked.some(([, attempt]) => "mentions" in attempt)).toBe(false);
    expect(answer).toMatchObject({ kind: "decision", decision: { verdict: "warn", warnings: [{}, { start: null }] } });
  });

  test("a mention that nobody could check is not taken for a clean one", async () => {
    const answer = await withMentions((_, { action }) =>
      Promise.resolve(action === "tag" ? away("late") : decided("allow")),
    )("e1", draft);
    expect(answer).toEqual(away("late"));
  });
});

import { describe, expect, test } from "vitest";
import type { Attempt, Decision, Verdict } from "./contract.gen";
import { readEditor } from "./editor";
import { withMentions } from "./mention-checks";
import { markedIn, mentionedIn } from "./mentions";
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

/** `inText`: the warning underlines words. */
function decided(verdict: Verdict, inText = false, why = String(inText)): Outcome {
  const checked: Decision["checked"] = { roster: "fresh", names: "ready", calendar: "ready", rules: "r" };
  const place = inText ? { start: 2, end: 5 } : { start: null, end: null };
  const about = { rule: `r-${verdict}`, clauses: [], verdict, title: "", why, ...place };
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
    expect(mentionedIn({ action: "post", site: "facebook", text }, [])).toEqual(people);
  });

  test("are the marked spans of several words, not the plain ones", () => {
    const box = editor([
      ["Dana Whitfield", { "data-lexical-text": "true", spellcheck: "false" }],
      ["Otis Greer", { "data-lexical-text": "true" }],
      ["what a day", { "data-lexical-text": "true", style: "color:red" }],
    ]);
    expect(markedIn(readEditor(box))).toEqual([{ name: "Dana Whitfield", handle: null }]);
  });

  test("are each there once, typed or marked, and nobody in a message", () => {
    const dana = { name: "Dana Whitfield", handle: null };
    const text = "@Dana Whitfield and @otis.g";
    const otis = { name: null, handle: "otis.g" };
    expect(mentionedIn({ action: "post", site: "facebook", text }, [dana])).toEqual([dana, otis]);
    expect(mentionedIn({ action: "message", site: "facebook", text }, [])).toEqual([]);
  });
});

describe("asking with mentions", () => {
  const draft = { action: "comment", site: "facebook", text: "x", mentions: [{ name: "A B", handle: null }] } as const;

  test("sends each as a tag with the text, never as a field, and takes the more severe verdict", async () => {
    const asked: [string, Attempt][] = [];
    const answer = await withMentions((name, attempt) => {
      asked.push([name, attempt]);
      return Promise.resolve(decided(attempt.action === "tag" ? "warn" : "inform", attempt.action !== "tag"));
    })("e1", draft);
    expect(asked.map(([name, { action, text }]) => [name, action, text])).toEqual([
      ["e1", "comment", "x"],
      ["e1@0", "tag", "x"],
    ]);
    expect(asked.some(([, attempt]) => "mentions" in attempt)).toBe(false);
    const person = { name: "A B", handle: null };
    expect(answer).toMatchObject({
      kind: "decision",
      decision: { verdict: "warn", warnings: [{ start: 2 }, { person }] },
    });
  });

  test("what a tag's check says about the text is told with the text alone", async () => {
    const answer = await withMentions((_, { action }) =>
      Promise.resolve(decided(action === "tag" ? "warn" : "inform", true)),
    )("e1", draft);
    expect(answer).toMatchObject(decided("inform", true));
  });

  test("a tag made by itself takes the post's text along and asks about the person alone", async () => {
    const tag = { action: "tag", site: "facebook", text: "Go Emma", target: { name: "A B", handle: null } } as const;
    const asked: Attempt[] = [];
    const ask = (inText: boolean) =>
      withMentions((_, attempt) => {
        asked.push(attempt);
        return Promise.resolve(decided("warn", inText));
      })("a", tag);
    expect(await ask(true)).toMatchObject({ decision: { verdict: "allow", warnings: [] } });
    expect(await ask(false)).toMatchObject({ decision: { verdict: "warn", warnings: [{ why: "false" }] } });
    expect(asked.map(({ text }) => text)).toEqual(["Go Emma", "Go Emma"]);
  });

  test("of two people with one sentence each is told", async () => {
    const two = { ...draft, mentions: [...draft.mentions, { name: "C D", handle: null }] };
    const answer = await withMentions((_, { action, target }) =>
      Promise.resolve(decided(action === "tag" ? "warn" : "allow", false, target?.name ?? "")),
    )("e1", two);
    expect(answer).toMatchObject({ decision: { warnings: [{ why: "A B" }, { why: "C D" }] } });
  });

  test("a mention that nobody could check is not taken for a clean one", async () => {
    const answer = await withMentions((_, { action }) =>
      Promise.resolve(action === "tag" ? away("late") : decided("allow")),
    )("e1", draft);
    expect(answer).toEqual(away("late"));
  });
});

// @vitest-environment node
import { describe, expect, test } from "vitest";
import { askingFirst, namesOf, type ToldWarning } from "./about";
import type { Attempt } from "./contract.gen";

const EMMA = { name: "Emma Rodrigues", handle: "emma.r" };

function warning(more: Partial<ToldWarning>): ToldWarning {
  return { rule: "r", clauses: ["D-fraternize"], verdict: "warn", title: "", why: "", ...more };
}

function attempt(more: Partial<Attempt>): Attempt {
  return { action: "friend_request", site: "facebook", ...more };
}

describe("who may be excused", () => {
  test("a name in the text, as it is written there", () => {
    const found = warning({ kind: "STUDENT_NAME", start: 3, end: 7, clauses: ["D-student-info"] });
    expect(namesOf(found, attempt({ text: "Go Emma" }))).toEqual(["Emma"]);
  });

  test("nobody where other words are underlined", () => {
    expect(namesOf(warning({ kind: "OBSCENE", start: 3, end: 7 }), attempt({ text: "Go Emma" }))).toEqual([]);
  });

  test("the person acted on, by name and handle", () => {
    expect(namesOf(warning({}), attempt({ target: EMMA }))).toEqual(["Emma Rodrigues", "emma.r"]);
  });

  test("the one who gets a message, and nobody of two", () => {
    const to = (people: Attempt["audience"]) => attempt({ action: "message", ...(people ? { audience: people } : {}) });
    expect(namesOf(warning({}), to({ scope: "people", people: [EMMA] }))).toEqual(["Emma Rodrigues", "emma.r"]);
    expect(namesOf(warning({}), to({ scope: "group", people: [EMMA, EMMA] }))).toEqual([]);
  });

  test("the person mentioned, whoever's page it is", () => {
    const mentioned = warning({ person: { name: null, handle: "liam" } });
    expect(namesOf(mentioned, attempt({ target: EMMA }))).toEqual(["liam"]);
  });

  test("nobody where no clause asks about students", () => {
    expect(namesOf(warning({ clauses: ["E-tag"] }), attempt({ target: EMMA }))).toEqual([]);
  });
});

describe("asking somebody first", () => {
  const tag = warning({ clauses: ["E-tag"], suggestion: "May I?" });

  test("by the name one calls them", () => {
    expect(askingFirst(tag, attempt({ target: EMMA }))).toEqual({ who: "Emma", words: "May I?" });
    expect(askingFirst({ ...tag, person: { name: null, handle: "dana_w" } }, attempt({}))?.who).toBe("dana_w");
  });

  test("not where a rewrite of words is offered, nor where nobody is known", () => {
    expect(askingFirst({ ...tag, start: 0, end: 2 }, attempt({ target: EMMA }))).toBeNull();
    expect(askingFirst(tag, attempt({}))).toBeNull();
  });
});

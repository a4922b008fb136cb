// @vitest-environment node
import { expect, test } from "vitest";
import en from "../_locales/en/messages.json";
import { keepWords } from "./kept-words";
import type { Words } from "./words";

/** The browser's look-up, until the extension is gone. */
function browserWords() {
  let gone = false;
  const read: Words = (key, substitution = "") => {
    if (gone) throw new Error("Extension context invalidated.");
    return ((en as Record<string, { message: string }>)[key]?.message ?? "").replace("$1", substitution);
  };
  return { read, goAway: () => (gone = true) };
}

test("what a script needs to say after its extension has gone was kept", () => {
  const { read, goAway } = browserWords();
  const words = keepWords(read);
  goAway();
  for (const key of [
    "away_title",
    "away_reload",
    "edit_post",
    "anyway_post",
    "anyway_friend_request",
    "pill_away",
  ] as const) {
    expect(words(key)).toBe(en[key].message);
  }
});

test("a word that was not kept is missing, and nothing breaks", () => {
  const { read, goAway } = browserWords();
  const words = keepWords(read);
  expect(words("away_late")).toBe(en.away_late.message);
  expect(words("replace_with", "a pupil")).toContain("a pupil");
  goAway();
  expect(words("away_late")).toBe("");
});

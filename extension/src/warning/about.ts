// Whom a warning is about: the words it underlines, or the person who is acted on, written to or mentioned. The person in front of
// the page may know better who that is, or may want to ask them. Pure; used by the card and the sheet through warning.ts.
import type { Attempt, Person, Warning } from "../contract.gen";

/** A warning of a mention carries who is mentioned, as the text holds several people (mention-checks.ts). */
export interface PersonWarning extends Warning {
  readonly person?: Person;
}

/** The clauses that ask whether somebody is a current student. */
const OF_STUDENTS: readonly string[] = ["D-fraternize", "E-communicate"];

/** The one person that an attempt is about, if it is about one. */
function personOf({ target, audience }: Attempt): Person | null {
  const [first, ...more] = audience?.people ?? [];
  return target ?? (more.length === 0 ? first : null) ?? null;
}

/** What a warning's person may be called, name and handle; for a name in the text these words. [] when it is about no student. */
export function namesOf(warning: PersonWarning, attempt: Attempt): string[] {
  const { start, end, kind, clauses, person } = warning;
  if (typeof start === "number" && typeof end === "number") {
    return kind === "STUDENT_NAME" ? [(attempt.text ?? "").slice(start, end)] : [];
  }
  if (!clauses.some((key) => OF_STUDENTS.includes(key))) return [];
  const { name, handle } = person ?? personOf(attempt) ?? {};
  return [name, handle].filter((word) => typeof word === "string" && word !== "") as string[];
}

/** A ready message that asks somebody first: their name as one speaks to them, and the words. Null where there is nothing to ask. */
export function askingFirst(warning: PersonWarning, attempt: Attempt): { who: string; words: string } | null {
  const { start, suggestion, person } = warning;
  const { name, handle } = person ?? personOf(attempt) ?? {};
  const who = name?.trim().split(/\s+/)[0] ?? handle;
  return suggestion && typeof start !== "number" && who ? { who, words: suggestion } : null;
}

// Whom a warning is about: the words it underlines, or the person who is acted on, written to or mentioned. The person in front of
// the page may know better who that is, or may want to ask them. Pure; worked out by the worker (and the practice page), so that a
// page gets it with the warning; shown by the card and the sheet.
import type { Attempt, Person, Warning } from "./contract.gen";
import type { Outcome } from "./outcome";

/** A ready message that asks somebody first: their name as one speaks to them, and the words. */
export interface Asking {
  readonly who: string;
  readonly words: string;
}

/** A warning as a page gets it. */
export interface ToldWarning extends Warning {
  /** Who is mentioned, as the text holds several people (mention-checks.ts). */
  readonly person?: Person;
  /** What the student may be called that it is about; none when it is about no student. */
  readonly names?: readonly string[];
  readonly asking?: Asking | null;
}

/** The clauses that ask whether somebody is a current student. */
const OF_STUDENTS: readonly string[] = ["D-fraternize", "E-communicate"];

/** The one person that an attempt is about, if it is about one. */
function personOf({ target, audience }: Attempt): Person | null {
  const [first, ...more] = audience?.people ?? [];
  return target ?? (more.length === 0 ? first : null) ?? null;
}

/** What a warning's person may be called, name and handle; for a name in the text these words. [] when it is about no student. */
export function namesOf(warning: ToldWarning, attempt: Attempt): string[] {
  const { start, end, kind, clauses, person } = warning;
  if (typeof start === "number" && typeof end === "number") {
    return kind === "STUDENT_NAME" ? [(attempt.text ?? "").slice(start, end)] : [];
  }
  if (!clauses.some((key) => OF_STUDENTS.includes(key))) return [];
  const { name, handle } = person ?? personOf(attempt) ?? {};
  return [name, handle].filter((word) => typeof word === "string" && word !== "") as string[];
}

/** Null where there is nothing to ask, or nobody. */
export function askingFirst(warning: ToldWarning, attempt: Attempt): Asking | null {
  const { start, suggestion, person } = warning;
  const { name, handle } = person ?? personOf(attempt) ?? {};
  const who = name?.trim().split(/\s+/)[0] ?? handle;
  return suggestion && typeof start !== "number" && who ? { who, words: suggestion } : null;
}

/** The answer about an attempt, each warning with whom it is about. */
export function told(outcome: Outcome, attempt: Attempt): Outcome {
  if (outcome.kind !== "decision") return outcome;
  const warnings = outcome.decision.warnings.map(
    (warning): ToldWarning => ({
      ...warning,
      names: namesOf(warning, attempt),
      asking: askingFirst(warning, attempt),
    }),
  );
  return { kind: "decision", decision: { ...outcome.decision, warnings } };
}

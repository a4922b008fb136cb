// What became of a check: a Decision of the agent, or no answer and why. "No answer" is never taken for a clean text.
// Validates what arrives from outside (the agent's JSON, another script's message); it holds no state and calls nobody.
// Used by the agent client, by the content script on what the worker answers, and by the practice page.
import type { Decision, Verdict, Warning } from "./contract.gen";

export type AwayReason =
  | "no_host" // native messaging has no host to ask: the agent was never paired with this browser
  | "unreachable" // nobody listens on the port
  | "paused" // the person has paused the checks; nothing is held then
  | "not_proved" // somebody listens, and it is not the agent
  | "late" // no answer within the deadline
  | "refused" // the agent answered with an error
  | "bad_answer" // the agent answered with something else than a Decision
  | "too_long" // more text than one check may carry
  | "failed" // the page could not be read: a fault of ours, or a page that has changed
  | "reload"; // this content script has outlived its extension

/** What the policy says about an action that nobody could check: the generated table away.gen.ts. */
export interface AwayPolicy {
  /** allow: let it go; inform: say so once per tab; warn: ask each time. */
  readonly verdict: Verdict;
  readonly say: string;
}

export type Outcome =
  | { readonly kind: "decision"; readonly decision: Decision }
  | { readonly kind: "away"; readonly reason: AwayReason; readonly policy?: AwayPolicy }
  | { readonly kind: "superseded" };

const VERDICTS: readonly string[] = ["allow", "inform", "warn", "block"] satisfies Verdict[];
export type Away = Extract<Outcome, { kind: "away" }>;

export function away(reason: AwayReason, policy?: AwayPolicy): Away {
  return policy ? { kind: "away", reason, policy } : { kind: "away", reason };
}

/** True for a plain JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a Decision, or null when it is not one. Unknown further fields are let be: a newer agent may send them. */
export function asDecision(value: unknown): Decision | null {
  if (!isRecord(value) || typeof value.id !== "string" || !VERDICTS.includes(String(value.verdict))) return null;
  if (!Array.isArray(value.findings) || !Array.isArray(value.warnings) || !isRecord(value.checked)) return null;
  if (!value.findings.every(isSpanned) || !value.warnings.every(isWarning)) return null;
  return value as unknown as Decision;
}

/**
 * What the worker has made of a check, as its own pages take it; anything else becomes "away: bad_answer". The worker has
 * looked at every field of what the agent said (asDecision), so that no page needs to carry that.
 */
export function asOutcome(value: unknown): Outcome {
  if (isRecord(value)) {
    const decided = value.kind === "decision" && isRecord(value.decision) && Array.isArray(value.decision.warnings);
    const other = value.kind === "superseded" || (value.kind === "away" && typeof value.reason === "string");
    if (decided || other) return value as unknown as Outcome;
  }
  return away("bad_answer");
}

/** A clause of the policy as the person may read it. */
export interface ClauseText {
  readonly heading: string;
  /** The policy's own words; IHB is written in English. */
  readonly text: string;
  readonly plain: string;
}

/** The value as a clause's text, or null. */
export function asClause(value: unknown): ClauseText | null {
  const isClause =
    isRecord(value) && [value.heading, value.text, value.plain].every((part) => typeof part === "string");
  return isClause ? (value as unknown as ClauseText) : null;
}

/** True when nothing in this verdict may hold a submit. */
export function letsPass(verdict: Verdict): boolean {
  return verdict === "allow" || verdict === "inform";
}

function isSpanned(value: unknown): boolean {
  return isRecord(value) && isOffset(value.start) && isOffset(value.end) && value.start <= value.end;
}

function isOffset(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isWarning(value: unknown): value is Warning {
  if (!isRecord(value)) return false;
  const spanless = (value.start ?? null) === null && (value.end ?? null) === null;
  const words = typeof value.rule === "string" && typeof value.title === "string" && typeof value.why === "string";
  const clauses = Array.isArray(value.clauses) && value.clauses.every((key) => typeof key === "string");
  return words && clauses && VERDICTS.includes(String(value.verdict)) && (spanless || isSpanned(value));
}

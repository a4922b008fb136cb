// A mention tags a person, so each is checked as a tag beside the text itself, and the answers become one.
// Asks through the way it is given. Used by the worker and by the practice page.
import type { Ask } from "./checks";
import type { Attempt, Decision, Verdict } from "./contract.gen";
import type { Outcome } from "./outcome";

const ORDER: readonly Verdict[] = ["allow", "inform", "warn", "block"];

/** Asks about the text and about each person mentioned in it, and makes one answer of all. */
export function withMentions(ask: (editor: string, attempt: Attempt) => Promise<Outcome>): Ask {
  return async (editor, { mentions = [], ...attempt }) => {
    const text = ask(editor, attempt);
    const tags = mentions.map((target, place) =>
      // Named apart, or a tag's check would end the text's own as an older one.
      ask(`${editor}@${place}`, { action: "tag", site: attempt.site, ...accountOf(attempt), target }),
    );
    const [whole, ...others] = await Promise.all([text, ...tags]);
    return others.reduce(merge, whole);
  };
}

function accountOf({ account }: Attempt): Pick<Attempt, "account"> {
  return account ? { account } : {};
}

function merge(whole: Outcome, tag: Outcome): Outcome {
  if (whole.kind !== "decision") return whole;
  return tag.kind === "decision" ? { kind: "decision", decision: both(whole.decision, tag.decision) } : tag;
}

function both(whole: Decision, tag: Decision): Decision {
  const verdict = ORDER[Math.max(ORDER.indexOf(whole.verdict), ORDER.indexOf(tag.verdict))] ?? whole.verdict;
  // A tag is about the person, not about a stretch of the text.
  const added = tag.warnings.map((warning) => ({ ...warning, start: null, end: null, suggestion: null }));
  return { ...whole, verdict, warnings: [...whole.warnings, ...added] };
}

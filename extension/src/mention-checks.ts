// A mention tags a person, so each is checked as a tag beside the text itself, and the answers become one.
// Asks through the way it is given. Used by the worker and by the practice page.
import { type ToldWarning, told } from "./about";
import type { Ask } from "./checks";
import type { Attempt, Decision, Person, Verdict } from "./contract.gen";
import { mentionedIn } from "./mentions";
import type { Outcome } from "./outcome";

const ORDER: readonly Verdict[] = ["allow", "inform", "warn", "block"];

/** Asks about the text and about each person mentioned in it, and makes one answer of all. */
export function withMentions(ask: (editor: string, attempt: Attempt) => Promise<Outcome>): Ask {
  return async (editor, { mentions = [], ...attempt }) => {
    const people = mentionedIn(attempt, mentions);
    const text = ask(editor, attempt);
    const tags = people.map((target, place) =>
      // Named apart, or a tag's check would end the text's own as an older one.
      // The text goes along: a consent may be for the event that it speaks of.
      ask(`${editor}@${place}`, tagOf(attempt, target)),
    );
    const [whole, ...others] = await Promise.all([text, ...tags]);
    if (attempt.action === "tag") return told(ofPerson(whole), attempt);
    const outcome = others.reduce((so, tag, place) => merge(so, tag, people[place] ?? NOBODY), whole);
    return told(outcome, attempt);
  };
}

const NOBODY: Person = { name: null, handle: null };

function tagOf({ site, account, text }: Attempt, target: Person): Attempt {
  return { action: "tag", site, target, ...(account ? { account } : {}), ...(text === undefined ? {} : { text }) };
}

function merge(whole: Outcome, tag: Outcome, person: Person): Outcome {
  if (whole.kind !== "decision") return whole;
  return tag.kind === "decision" ? { kind: "decision", decision: both(whole.decision, tag.decision, person) } : tag;
}

/** A tag made by itself: what its check says about words is told with the post that they stand in. */
function ofPerson(tag: Outcome): Outcome {
  if (tag.kind !== "decision") return tag;
  const warnings = tag.decision.warnings.filter(({ start }) => typeof start !== "number");
  return { kind: "decision", decision: { ...tag.decision, warnings, verdict: worst(warnings) } };
}

function worst(of: readonly { readonly verdict: Verdict }[]): Verdict {
  return ORDER[Math.max(0, ...of.map(({ verdict }) => ORDER.indexOf(verdict)))] ?? "allow";
}

/** Of a tag's warnings those that are about the person: those about the text, or about all of it, are told with the text. */
function both(whole: Decision, tag: Decision, person: Person): Decision {
  const said = new Set(whole.warnings.map(({ why }) => why));
  const own = tag.warnings.filter(({ why, start }) => typeof start !== "number" && !said.has(why));
  const added = own.map((warning): ToldWarning => ({ ...warning, person }));
  return { ...whole, verdict: worst([whole, ...own]), warnings: [...whole.warnings, ...added] };
}

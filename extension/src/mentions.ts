// People mentioned in a text: "@name" as typed, and the names that the site's own list has put into the editor.
// A mention tags a person, so each is checked as a tag beside the text itself, and the answers become one.
// Reads the editor only; asks through the way it is given. Used by attempt.ts and assemble.ts.
import type { Ask } from "./checks";
import type { Attempt, Decision, Person, Verdict } from "./contract.gen";
import type { Outcome } from "./outcome";

/** An attempt with the people mentioned in it. They go to the agent as attempts of their own, never as a field of this one. */
export interface Draft extends Attempt {
  readonly mentions?: readonly Person[];
}

/** More mentions than this are a list of thanks; the first ones stand for it. */
const MOST = 6;
const ORDER: readonly Verdict[] = ["allow", "inform", "warn", "block"];
/** "@Ana Reyes" or "@ana.reyes", but not the middle of an e-mail address. */
const TYPED = /(?<![\p{L}\p{N}_.])@(\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){1,3}|[\p{L}\p{N}_.]{2,30})/gu;
/** What the plainest of Lexical's spans carries; the site marks a mention with something more. */
const PLAIN = new Set(["data-lexical-text", "dir"]);
const NAME = /^\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){1,3}$/u;

export function mentionsIn(editor: Element, text: string): Person[] {
  const people = new Map<string, Person>();
  for (const [, found] of text.matchAll(TYPED)) {
    const shown = (found ?? "").replace(/[.]+$/, "");
    people.set(shown, /\s/.test(shown) ? { name: shown, handle: null } : { name: null, handle: shown });
  }
  // The attributes of a real mention are not known. Assumed: several capitalised words in one span with something on it.
  for (const span of editor.querySelectorAll("span[data-lexical-text], a[href]")) {
    const name = (span.textContent ?? "").trim();
    const marked = [...span.attributes].some((attribute) => !PLAIN.has(attribute.name));
    if (marked && NAME.test(name)) people.set(name, { name, handle: null });
  }
  return [...people.values()].slice(0, MOST);
}

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

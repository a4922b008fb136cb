// People mentioned in a text: the names that the site's own list has put into the editor, and (in the worker) "@name" as typed.
// A mention tags a person; mention-checks.ts asks about each. Pure but for looking at the editor's nodes.
import type { Action, Attempt, Person } from "./contract.gen";
import type { Reading } from "./editor";

/** An attempt with the people that the page shows as mentioned in it. They go to the agent as attempts of their own, never as a field of this one. */
export interface Draft extends Attempt {
  readonly mentions?: readonly Person[];
}

/** Where a mention tags somebody in public. */
export const MENTIONING: readonly Action[] = ["post", "comment", "story"];
/** More mentions than this are a list of thanks; the first ones stand for it. */
export const MOST_MENTIONS = 6;
/** "@Ana Reyes" or "@ana.reyes", but not the middle of an e-mail address. */
const TYPED = /(?<![\p{L}\p{N}_.])@(\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){1,3}|[\p{L}\p{N}_.]{2,30})/gu;
/** What the plainest of Lexical's spans carries; the site marks a mention with something more. */
const PLAIN = new Set(["data-lexical-text", "dir"]);
const NAME = /^\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){1,3}$/u;

/** The attributes of a real mention are not known. Assumed: several capitalised words in one span with something on it. */
export function markedIn({ nodes }: Reading): Person[] {
  const names = new Set<string>();
  for (const { node } of nodes) {
    const name = node.data.trim();
    if (!NAME.test(name)) continue;
    const span = node.parentElement?.closest("a[href], span[data-lexical-text]");
    if ([...(span?.attributes ?? [])].some((attribute) => !PLAIN.has(attribute.name))) names.add(name);
  }
  return [...names].slice(0, MOST_MENTIONS).map((name) => ({ name, handle: null }));
}

/** Everybody mentioned in a text: as typed, and as the page has marked them. */
export function mentionedIn({ action, text = "" }: Attempt, marked: readonly Person[]): Person[] {
  if (!MENTIONING.includes(action)) return [];
  const people = new Map<string, Person>();
  for (const [, found = ""] of text.matchAll(TYPED)) {
    const shown = found.replace(/[.]+$/, "");
    people.set(shown, /\s/.test(shown) ? { name: shown, handle: null } : { name: null, handle: shown });
  }
  for (const person of marked) people.set(person.name ?? "", person);
  return [...people.values()].slice(0, MOST_MENTIONS);
}

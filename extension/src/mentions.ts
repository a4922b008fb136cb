// People mentioned in a text: "@name" as typed, and the names that the site's own list has put into the editor.
// A mention tags a person; mention-checks.ts asks about each. Reads the editor only. Used by attempt.ts.
import type { Attempt, Person } from "./contract.gen";
import type { Reading } from "./editor";

/** An attempt with the people mentioned in it. They go to the agent as attempts of their own, never as a field of this one. */
export interface Draft extends Attempt {
  readonly mentions?: readonly Person[];
}

/** More mentions than this are a list of thanks; the first ones stand for it. */
export const MOST_MENTIONS = 6;
/** "@Ana Reyes" or "@ana.reyes", but not the middle of an e-mail address. */
const TYPED = /(?<![\p{L}\p{N}_.])@(\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){1,3}|[\p{L}\p{N}_.]{2,30})/gu;
/** What the plainest of Lexical's spans carries; the site marks a mention with something more. */
const PLAIN = new Set(["data-lexical-text", "dir"]);
const NAME = /^\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){1,3}$/u;

export function mentionsIn({ text, nodes }: Reading): Person[] {
  const people = new Map<string, Person>();
  // Most texts mention nobody, and looking for it in each costs more than all the rest of a key.
  for (const [, found] of text.includes("@") ? text.matchAll(TYPED) : []) {
    const shown = (found ?? "").replace(/[.]+$/, "");
    people.set(shown, /\s/.test(shown) ? { name: shown, handle: null } : { name: null, handle: shown });
  }
  // The attributes of a real mention are not known. Assumed: several capitalised words in one span with something on it.
  for (const { node } of nodes) {
    const name = node.data.trim();
    if (!NAME.test(name)) continue;
    const span = node.parentElement?.closest("a[href], span[data-lexical-text]");
    const marked = [...(span?.attributes ?? [])].some((attribute) => !PLAIN.has(attribute.name));
    if (marked) people.set(name, { name, handle: null });
  }
  return [...people.values()].slice(0, MOST_MENTIONS);
}

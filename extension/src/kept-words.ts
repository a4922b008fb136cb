// The interface's words, read once when the script starts: a script that has outlived its extension may not ask the browser
// for them any more, and must still be able to say "reload this page". Used by the content scripts.
import { ACTIONS } from "./protocol";
import type { WordKey, Words } from "./words";

const PLAIN = [
  "language",
  "why",
  "policy",
  "dismiss",
  "sheet_name",
  "pill_away",
  "press_again",
  "away_title",
  "away_reload",
] as const satisfies WordKey[];

/** `read` is the browser's own look-up; it may throw at any time later. */
export function keepWords(read: Words): Words {
  const actions = ACTIONS.flatMap((action) => [`edit_${action}`, `anyway_${action}`] as const);
  const kept = new Map([...PLAIN, ...actions].map((key) => [key as WordKey, read(key)]));
  return (key, substitution) => {
    try {
      return kept.get(key) ?? read(key, substitution);
    } catch {
      return "";
    }
  };
}

// The way to the worker for visits alone: small enough for sites of which nothing else is looked at.
// Used by content-visit.ts and content.ts.
import { keepWords } from "./kept-words";
import { asOutcome } from "./outcome";
import { asTold, type Message, type Told } from "./protocol";
import type { VisitProvider } from "./visit";
import type { Host } from "./warning/host";

export const words = keepWords((key, substitution) => chrome.i18n.getMessage(key, substitution));

/** After an update this script outlives its extension, and every call to it fails. */
export function orphaned(): boolean {
  return chrome.runtime?.id === undefined;
}

export async function send(message: Message): Promise<unknown> {
  const answer: unknown = await chrome.runtime.sendMessage(message);
  return answer;
}

/** A browser that is just starting may run a page before the worker can answer. */
const AGAIN_MS = 400;

/** Asks the worker for the look of what we draw, until it answers. Apart from all else, which may take a moment more. */
export async function dressed(host: Host, tries = 8): Promise<void> {
  const styles = await send({ kind: "look" }).catch(() => null);
  if (typeof styles === "string") host.dress(styles);
  else if (tries > 0 && !orphaned()) setTimeout(() => void dressed(host, tries - 1), AGAIN_MS);
}

/** Says hello for a page, until the worker has answered. */
export async function greet(site: string, taken: (told: Told) => void, tries = 8): Promise<void> {
  const told = await send({ kind: "hello", site }).catch(() => null);
  if (told !== null) taken(asTold(told));
  else if (tries > 0 && !orphaned()) setTimeout(() => void greet(site, taken, tries - 1), AGAIN_MS);
}

export const visitProvider: VisitProvider = {
  visit: async (attempt, staying) => {
    if (orphaned()) return null;
    const answer = await send({ kind: "visit", attempt, staying }).catch(() => null);
    return answer === null ? null : asOutcome(answer);
  },
  forSchool: async (site) => !orphaned() && (await send({ kind: "for_school", site }).catch(() => false)) === true,
};

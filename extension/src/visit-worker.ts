// The way to the worker for visits alone: small enough for sites of which nothing else is looked at.
// Used by content-visit.ts and content.ts.
import { keepWords } from "./kept-words";
import { asOutcome } from "./outcome";
import type { Message } from "./protocol";
import type { VisitProvider } from "./visit";

export const words = keepWords((key, substitution) => chrome.i18n.getMessage(key, substitution));

/** After an update this script outlives its extension, and every call to it fails. */
export function orphaned(): boolean {
  return chrome.runtime?.id === undefined;
}

export async function send(message: Message): Promise<unknown> {
  const answer: unknown = await chrome.runtime.sendMessage(message);
  return answer;
}

export const visitProvider: VisitProvider = {
  visit: async (attempt, staying) => {
    if (orphaned()) return null;
    const answer = await send({ kind: "visit", attempt, staying }).catch(() => null);
    return answer === null ? null : asOutcome(answer);
  },
  forSchool: async (site) => !orphaned() && (await send({ kind: "for_school", site }).catch(() => false)) === true,
};

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

/** The first wait before a message is sent again; each is twice as long as the one before, 3 s in all. */
const FIRST_WAIT_MS = 50;
const TRIES = 7;

/**
 * Sends until somebody answers. A browser that is just starting has no worker yet, and Firefox loses what is told to an event
 * page at the moment it falls asleep: "receiving end does not exist", though the next message wakes it. So no message may be
 * one that must not come twice. Rejects when nobody has answered in the end.
 */
export async function send(message: Message, tries = TRIES): Promise<unknown> {
  try {
    const answer: unknown = await chrome.runtime.sendMessage(message);
    if (answer !== undefined) return answer;
  } catch (error) {
    if (tries <= 1 || orphaned()) throw error;
  }
  if (tries <= 1) throw new Error("nobody answers");
  await new Promise((waited) => setTimeout(waited, FIRST_WAIT_MS * 2 ** (TRIES - tries)));
  return send(message, tries - 1);
}

/** Asks the worker for the look of what we draw. Apart from all else, which may take a moment more. */
export async function dressed(host: Host): Promise<void> {
  const styles = await send({ kind: "look" }).catch(() => null);
  if (typeof styles === "string") host.dress(styles);
}

/** Says hello for a page. */
export async function greet(site: string, taken: (told: Told) => void): Promise<void> {
  const told = await send({ kind: "hello", site }).catch(() => null);
  if (told !== null) taken(asTold(told));
}

export const visitProvider: VisitProvider = {
  visit: async (attempt, staying) => {
    if (orphaned()) return null;
    const answer = await send({ kind: "visit", attempt, staying }).catch(() => null);
    return answer === null ? null : asOutcome(answer);
  },
  forSchool: async (site) => !orphaned() && (await send({ kind: "for_school", site }).catch(() => false)) === true,
};

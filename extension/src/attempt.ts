// Builds the Attempt of a surface from what stands in its editor this moment, and the key under which its verdict is kept.
// Pure but for reading the editor; used by watch.ts, submits.ts and content.ts.
import type { Attempt } from "./contract.gen";
import { type Reading, readEditor } from "./editor";
import { type Draft, MENTIONING, markedIn } from "./mentions";
import { photosOn } from "./photos";
import type { PersonAction, Surface } from "./sites/site";

/** What was last read from an editor: behind "Next" a composer's editor leaves the page while its text is still to be sent. */
const last = new WeakMap<HTMLElement, Reading>();
const NOTHING: Reading = { text: "", nodes: [] };

export function textOf(editor: HTMLElement): string {
  return read(editor).text;
}

function read(editor: HTMLElement): Reading {
  if (!editor.isConnected) return last.get(editor) ?? NOTHING;
  const reading = readEditor(editor);
  last.set(editor, reading);
  return reading;
}

/** What a surface would send. `known`: what stands in its box, where that has just been read by `textOf`. */
export function attemptOf(surface: Surface, site: string, known?: string): Draft {
  const { editor, beside = [] } = surface;
  const text = known ?? [editor, ...beside].map(textOf).join("\n");
  const mentions = MENTIONING.includes(surface.action) ? markedIn(last.get(editor) ?? NOTHING) : [];
  const photos = surface.action === "post" || surface.action === "story" ? photosOn(editor) : null;
  return {
    action: surface.action,
    site,
    text,
    account: surface.account,
    audience: surface.audience,
    ...(surface.target ? { target: surface.target } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(photos ? { attachments: photos } : {}),
  };
}

export function attemptOn(action: PersonAction, site: string): Attempt {
  const { post } = action;
  const text = post ? { text: textOf(post) } : {};
  const attempt = { action: action.action, site, account: action.account, target: action.target, ...text };
  if (action.action !== "message") return attempt;
  return { ...attempt, audience: { scope: "people", count: 1, people: [action.target] } };
}

/** Two attempts with the same key get the same verdict. */
export function keyOf(attempt: Attempt): string {
  return JSON.stringify(attempt);
}

/** True when there is nothing to check: no words, and nobody acted on. */
export function isEmpty(attempt: Attempt): boolean {
  // A click that opens a conversation has no text at all, which is not the same as an empty box.
  if (attempt.text === undefined) return false;
  return attempt.text.trim() === "" && ["post", "comment", "message", "story", "bio"].includes(attempt.action);
}

// Builds the Attempt of a surface from what stands in its editor this moment, and the key under which its verdict is kept.
// Pure but for reading the editor; used by watch.ts, submits.ts and content.ts.
import type { Attempt } from "./contract.gen";
import { readEditor } from "./editor";
import { type Draft, mentionsIn } from "./mentions";
import { photosOn } from "./photos";
import type { PersonAction, Surface } from "./sites/site";

/** What was last read from an editor: behind "Next" a composer's editor leaves the page while its text is still to be sent. */
const lastText = new WeakMap<HTMLElement, string>();

/** Where a mention tags somebody in public. */
const MENTIONING: readonly Attempt["action"][] = ["post", "comment", "story"];

export function textOf(editor: HTMLElement): string {
  if (!editor.isConnected) return lastText.get(editor) ?? "";
  const { text } = readEditor(editor);
  lastText.set(editor, text);
  return text;
}

export function attemptOf(surface: Surface, site: string): Draft {
  const text = [surface.editor, ...(surface.beside ?? [])].map(textOf).join("\n");
  const mentions = MENTIONING.includes(surface.action) ? mentionsIn(surface.editor, text) : [];
  const photos = surface.action === "post" || surface.action === "story" ? photosOn(surface.editor) : null;
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
  const attempt = { action: action.action, site, account: action.account, target: action.target };
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

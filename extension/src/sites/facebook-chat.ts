// Messages on Facebook: the full page, pop-ups, messenger.com, and the box of a Marketplace listing.
// A chat box is told by its label or, in a language whose label nobody has told us, by the message log beside it.
// Reads the page only; called by facebook.ts.
import type { Account } from "../contract.gen";
import { all, around, BUTTONS, controlLabel, controlsCalled, editorLabels } from "./reading";
import { recipientsOf, threadAround } from "./recipients";
import type { Scene } from "./scene";
import { boxesNear } from "./sending";
import type { Surface } from "./site";

const THREAD_PATHS = /^\/(messages|marketplace\/t|t|e2ee)\b/;
const MARKET_PATHS = /^\/marketplace\//;
const MARKET_THREADS = /^\/marketplace\/t\b/;

export function chatSurface(editor: HTMLElement, account: Account, scene: Scene): Surface | null {
  return marketBox(editor, account, scene) ?? chatBox(editor, account, scene);
}

/** What the Send button of a chat, or of a listing, sends. */
export function chatSubmittedBy(
  button: HTMLElement,
  accountOf: (editor: HTMLElement) => Account,
  scene: Scene,
): Surface | null {
  const label = controlLabel(button);
  if (!scene.labels.is("message_submit", label) && !scene.labels.is("market_send", label)) return null;
  // Beyond "main" stand other people's pop-ups.
  return boxesNear(button, 8, (editor) => chatSurface(editor, accountOf(editor), scene), "body, [role='main']");
}

function chatBox(editor: HTMLElement, account: Account, scene: Scene): Surface | null {
  const title = titleOf(editor, scene);
  if (title === null && !looksLikeChat(editor, scene)) return null;
  const path = scene.page.path();
  const thread = threadAround(editor, scene);
  const isPopUp = controlsCalled("close_chat", thread, scene.labels).length > 0;
  if (title === null && !(thread && (isPopUp || THREAD_PATHS.test(path)))) return null;
  const isMarket = MARKET_THREADS.test(path) && !isPopUp;
  const audience = recipientsOf({ thread, title: title || null, own: account.name ?? null, isMarket }, scene);
  return { action: "message", editor, enterSubmits: true, place: editor, account, audience, target: null };
}

/** "Write to Ana" -> "Ana"; "" for a chat box that names nobody; null for any other box. */
function titleOf(editor: HTMLElement, { labels }: Scene): string | null {
  for (const label of editorLabels(editor)) {
    const rest = labels.rest("message_box", label);
    if (rest !== null) return rest;
  }
  return null;
}

/** A text box that may stand beside a message log, whatever it is called. */
function looksLikeChat(editor: HTMLElement, { facts }: Scene): boolean {
  return editor.matches(facts.anchors.editor) && !editor.closest("form, [role='article'], [role='search']");
}

/** A listing's own textarea: its button says to whom it goes. */
function marketBox(editor: HTMLElement, account: Account, { labels, page }: Scene): Surface | null {
  if (editor.tagName !== "TEXTAREA" || !MARKET_PATHS.test(page.path())) return null;
  for (const near of around(editor, 6)) {
    for (const button of all(near, BUTTONS)) {
      const label = controlLabel(button);
      const seller = labels.rest("market_send", label);
      if (seller === null && !labels.is("message_submit", label)) continue;
      const people = seller ? [{ name: seller, handle: null }] : [];
      const audience = { scope: "people" as const, ...(seller ? { count: 1 } : {}), people };
      return { action: "message", editor, enterSubmits: false, place: editor, account, audience, target: null };
    }
  }
  return null;
}

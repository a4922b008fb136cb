// Instagram's direct messages and replies to a story. A story's reply goes to its owner as a message.
// Only a group's details panel says that a thread is a group and who is in it; with the panel closed a header that links to
// one profile is one person, and anything else is unknown. Reads the page only; called by instagram.ts.
import type { Account, Audience, Person } from "../contract.gen";
import { all, controlLabel, controlsCalled, editorLabels, handleIn, isShown } from "./reading";
import type { Scene } from "./scene";
import { boxesNear } from "./sending";
import type { Surface } from "./site";

const THREAD = /^\/direct\//;
const STORY = /^\/stories\/([^/]+)\//;

export function directSurface(editor: HTMLElement, account: Account, scene: Scene): Surface | null {
  const audience = audienceOf(editor, account, scene);
  if (!audience) return null;
  return { action: "message", editor, enterSubmits: true, place: editor, account, audience, target: null };
}

export function directSubmittedBy(button: HTMLElement, account: () => Account, scene: Scene): Surface | null {
  if (!scene.labels.is("message_submit", controlLabel(button))) return null;
  return boxesNear(button, 8, (editor) => directSurface(editor, account(), scene));
}

/** Who gets it, or null for a box that is neither. */
function audienceOf(editor: HTMLElement, account: Account, scene: Scene): Audience | null {
  const { labels, facts, page } = scene;
  const named = editorLabels(editor);
  const replied = named.map((label) => labels.rest("reply_box", label)).find((rest) => rest !== null);
  const owner = STORY.exec(page.path())?.[1];
  if (owner && (replied !== undefined || editor.tagName === "TEXTAREA")) {
    // A highlight's address has no owner in it; then the box itself says to whom it replies.
    const handle = owner === "highlights" ? (replied ?? null) || null : owner;
    return handle ? one({ name: null, handle }) : { scope: "unknown" };
  }
  const isRich = editor.matches(facts.anchors.editor);
  const isNamed = named.some((label) => labels.is("message_box", label));
  // The one rich text box of a thread, whatever a language calls it; or a pop-up on another page.
  return isRich && (isNamed || THREAD.test(page.path())) ? inThread(editor, account, scene) : null;
}

function inThread(editor: HTMLElement, account: Account, scene: Scene): Audience {
  const thread = editor.closest("[role='main'], main, [role='dialog']") ?? scene.page.document.body;
  if (controlsCalled("thread_members", thread, scene.labels).length > 0) {
    const people = linked(thread, "[role='listitem'] a[href^='/']", account, scene);
    return people.length > 0 ? { scope: "group", count: people.length, people } : { scope: "group" };
  }
  const headed = linked(thread, scene.facts.anchors.thread_header, account, scene);
  return headed.length === 1 && headed[0] ? one(headed[0]) : { scope: "unknown", people: [...headed] };
}

function linked(thread: Element, selector: string, account: Account, { facts, page }: Scene): Person[] {
  const people = new Map<string, Person>();
  for (const link of all(page.document, selector)) {
    const handle = handleIn(link.getAttribute("href"), facts.reserved_paths);
    if (!handle || handle === account.name || !thread.contains(link) || !isShown(link)) continue;
    const shown = (link.textContent ?? "").trim();
    people.set(handle, { name: shown && shown !== handle && shown.length <= 120 ? shown : null, handle });
  }
  return [...people.values()];
}

function one(person: Person): Audience {
  return { scope: "people", count: 1, people: [person] };
}

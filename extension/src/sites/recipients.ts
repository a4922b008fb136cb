// Who will get a message: one person, a group, a number of people that the page shows, or nobody it shows.
// Read from the thread that holds the focused editor, never from another pop-up. When in doubt the answer is "unknown",
// which the policy asks about. Used by facebook-chat.ts; reads the page only.
import type { Audience, Person } from "../contract.gen";
import { all, around, controlsCalled, isShown } from "./reading";
import type { Scene } from "./scene";

const FAR = 25;
/** Somebody whom the page does not show: keeps a shortened list from passing for the whole one. */
const UNSEEN: Person = { name: null, handle: null };

/** The part of the page that is one thread: it holds one log, or is a pop-up that can be closed. Null when that is not clear. */
export function threadAround(element: Element, { labels, facts }: Scene): Element | null {
  const logs = facts.anchors.message_log;
  for (const outer of around(element, FAR)) {
    const found = all(outer, logs).length;
    if (found > 1) return null; // two threads: which of them is meant is a guess
    if (found === 1 || controlsCalled("close_chat", outer, labels).length > 0) return outer;
    if (outer.matches("body")) return null;
  }
  return null;
}

interface Thread {
  readonly thread: Element | null;
  /** What the box itself is called after "Write to". */
  readonly title: string | null;
  /** Who writes: not a recipient. */
  readonly own: string | null;
  readonly isMarket: boolean;
}

export function recipientsOf(seen: Thread, scene: Scene): Audience {
  const { labels, facts } = scene;
  const log = seen.thread?.querySelector(facts.anchors.message_log);
  const logLabel = log?.ariaLabel ?? "";
  const members = seen.thread ? membersIn(seen.thread, seen.own, scene) : [];
  if (members.length > 0) return { scope: "group", count: members.length, people: members.map(named) };
  const one = labels.rest("thread_with", logLabel);
  if (one) return { scope: "people", count: 1, people: [named(one)] };
  const titled = labels.rest("thread_titled", logLabel);
  if (seen.isMarket || (titled ?? seen.title ?? "").includes(" · ")) {
    const buyer = (titled || seen.title || "").split(" · ")[0]?.trim();
    return buyer ? { scope: "people", count: 1, people: [named(buyer)] } : { scope: "unknown" };
  }
  if (titled) return { scope: "group", people: namesIn(titled) };
  // No log that we can read: still loading, or a language whose label nobody has told us.
  return seen.title ? { scope: "unknown", people: [named(seen.title), UNSEEN] } : { scope: "unknown" };
}

/** The rows of an open "Chat members" list, without the person who writes. */
function membersIn(thread: Element, own: string | null, { labels }: Scene): string[] {
  const page = thread.closest("[role='main']") ?? thread;
  const opener = controlsCalled("thread_members", page, labels).find((control) => control.ariaExpanded === "true");
  for (const panel of around(opener, 6)) {
    const rows = all(panel, "[role='listitem']").filter(isShown);
    const names = rows.map((row) => row.querySelector("svg[role='img'][aria-label]")?.ariaLabel ?? "");
    const shown = names.filter((name) => name !== "" && name !== own);
    if (shown.length > 0) return shown;
  }
  return [];
}

/** "Ana, Bruno and Carla": the page joins and shortens the names of a group without a title, so there may be more. */
function namesIn(title: string): Person[] {
  const parts = title.split(/\s*,\s*|\s+(?:and|y|e|&)\s+/).filter(Boolean);
  return parts.length > 1 ? [...parts.map(named), UNSEEN] : [];
}

function named(name: string): Person {
  return { name, handle: null };
}

// Instagram's buttons that act on a person: follow, follow back, accept a request, open a message. They carry text and no
// aria-label; the person is the link of the same row, or the profile's address. Called by instagram.ts; reads the page only.
import type { Action, Person } from "../contract.gen";
import { instagramAccount } from "./account";
import { around, buttonAt, controlLabel, controlsCalled, handleIn, isDisabled } from "./reading";
import type { Scene } from "./scene";
import type { PersonAction } from "./site";

const ROW_DEPTH = 6;

export function instagramAction(control: Element, scene: Scene): PersonAction | null {
  const { labels } = scene;
  const button = buttonAt(control);
  if (!button || isDisabled(button) || button.closest("[aria-hidden='true']")) return null;
  const label = controlLabel(button);
  let action: Action | null = null;
  if (labels.is("follow", label)) action = "follow";
  if (labels.is("message_open", label)) action = "message";
  if (labels.is("accept_request", label) && hasRefusal(button, scene)) action = "accept_request";
  if (!action) return null;
  const target = personOf(button, scene);
  // "Message" is also the name of the way to one's own messages: without a person it opens nobody's.
  if (action === "message" && !target.handle) return null;
  return {
    action,
    place: `${action}|${target.handle ?? ""}`,
    account: instagramAccount(scene),
    target,
  };
}

function personOf(button: HTMLElement, { facts, page }: Scene): Person {
  for (const row of around(button, ROW_DEPTH)) {
    if (row.matches("body, main")) break;
    const link = row.querySelector("a[href^='/']");
    const handle = handleIn(link?.getAttribute("href"), facts.reserved_paths);
    if (handle) return { name: null, handle };
  }
  return { name: null, handle: handleIn(page.path(), facts.reserved_paths) };
}

/** Confirm and Delete stand side by side on a follow request. */
function hasRefusal(button: HTMLElement, { labels }: Scene): boolean {
  return [...around(button, 4)].some((row) => controlsCalled("refuse_request", row, labels).length > 0);
}

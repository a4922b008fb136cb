// On whose page does a post or a comment land? A comment under somebody's post, a reply to a person, a post on a wall.
// The policy asks about students' pages. Groups and Pages have owners that are nobody's name; the agent tells them apart.
// Reads the page only; called by facebook.ts.
import type { Action, Person } from "../contract.gen";
import { all, editorLabels, handleIn } from "./reading";
import type { Scene } from "./scene";

/** What Facebook writes before the name of a wall's owner: "Write something to Ana...". */
const TO = /^(?:to|a|para|em)\s+/i;
const NAMED = "[aria-label]";

export function pageOwner(editor: HTMLElement, action: Action, scene: Scene): Person | null {
  if (action === "comment") return postOwner(editor, scene);
  return action === "post" ? wallOwner(editor, scene) : null;
}

/** A comment's own article carries a label, a post's carries none; the first profile link in a post's heading is its owner. */
function postOwner(editor: HTMLElement, { facts }: Scene): Person | null {
  const article = facts.anchors.article;
  let post: Element | null = editor.closest(`${article}:not(${NAMED}), ${facts.anchors.dialog}`);
  if (post && !post.matches(article)) post = post.querySelector(`${article}:not(${NAMED})`) ?? post;
  const link = all(post, facts.anchors.post_owner).find((one) => !one.closest(`${article}${NAMED}`));
  const name = link?.textContent?.trim();
  if (!link || !name || name.length > 120) return null;
  return { name, handle: handleIn(link.getAttribute("href"), facts.reserved_paths) };
}

function wallOwner(editor: HTMLElement, { labels, facts, page }: Scene): Person | null {
  for (const label of editorLabels(editor)) {
    const rest = labels.rest("wall_prompt", label)?.replace(TO, "");
    if (rest) return { name: rest, handle: handleIn(page.path(), facts.reserved_paths) };
  }
  return null;
}

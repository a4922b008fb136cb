// Does a known page still show anything of what the site's data say of it? Where it does not, the site has changed, and the
// person is told before they have written a word. Reads the page only; asked by canary.ts through the adapters.
import { all, BUTTONS, controlLabel, cookie, EDITABLE, editorLabels } from "./reading";
import type { Scene } from "./scene";

/** The cookies of somebody who is logged in; a page seen from outside shows nothing that is known here. */
const LOGGED_IN = ["c_user", "ds_user_id"];

export function familiar({ labels, facts, page }: Scene): boolean {
  const address = page.host() + page.path();
  const known = facts.pages.find(({ at }) => (at.endsWith("*") ? address.startsWith(at.slice(0, -1)) : address === at));
  if (!known || !LOGGED_IN.some((name) => cookie(page.cookies(), name))) return true;
  const anchors: Readonly<Record<string, string>> = facts.anchors;
  if (known.shows.some((name) => anchors[name] && page.document.querySelector(anchors[name]))) return true;
  const seen = all(page.document, `${BUTTONS}, [role='textbox'], ${EDITABLE}`);
  const called = (element: Element) => [controlLabel(element), ...editorLabels(element)];
  return seen.some((element) => called(element).some((label) => known.shows.some((name) => labels.is(name, label))));
}

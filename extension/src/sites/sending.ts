// Which box would a button send? The ways from a button to its box that all adapters share: the nearest ancestor that holds one,
// one of several, and a box that nobody recognises beside a button that everybody does. Reads the page only.
import type { Action } from "../contract.gen";
import { all, around, controlsCalled, EDITABLE, holdsText, isShown } from "./reading";
import type { Scene } from "./scene";
import type { Surface } from "./site";

/** Of several boxes that one button could send: the first that holds words, and the others' words with it. */
export function together(found: readonly Surface[]): Surface | null {
  const [first, ...more] = found.filter(({ editor }) => holdsText(editor));
  if (!first) return found[0] ?? null;
  return more.length > 0 ? { ...first, beside: more.map(({ editor }) => editor) } : first;
}

/** The known boxes within an element that `wanted` takes. */
export function boxesIn(within: Element, wanted: (editor: HTMLElement) => Surface | null): Surface | null {
  const shown = all(within, EDITABLE).filter(isShown);
  return together(shown.map(wanted).filter((surface) => surface !== null));
}

/** The boxes of the nearest ancestor that holds any; `end` is a selector beyond which another's boxes begin. */
export function boxesNear(
  button: Element,
  reach: number,
  wanted: (editor: HTMLElement) => Surface | null,
  end = ":not(*)",
): Surface | null {
  for (const outer of around(button, reach)) {
    if (outer.matches(end)) break;
    const found = boxesIn(outer, wanted);
    if (found) return found;
  }
  return null;
}

/**
 * A button that sends, and in its dialog or form words in a box that we do not know: the site has changed, and the words are
 * checked all the same. `known` is the surface that the button was thought to send, if any.
 */
export function withUnnamed(
  button: Element,
  known: Surface | null,
  action: Action | null,
  surfaceAs: (editor: HTMLElement, action: Action) => Surface,
  recognised: (editor: HTMLElement) => boolean,
): Surface | null {
  if (known ? holdsText(known.editor) : !action) return known;
  for (const outer of [button.closest("form"), button.closest("[role='dialog']")]) {
    const filled = all(outer, EDITABLE).filter((box) => isShown(box) && holdsText(box) && !recognised(box));
    const found = together(filled.map((box) => surfaceAs(box, known?.action ?? action ?? "post")));
    if (found) return found;
  }
  return known;
}

const SUBMITS: Readonly<Partial<Record<Action, string>>> = { comment: "comment_submit", message: "message_submit" };

/** The button that sends a surface, found anew; `key` is its label where that is not the action's usual one. */
export function submitOf(surface: Surface, key: string | null, { labels, facts }: Scene): HTMLElement | null {
  const wanted = key ?? SUBMITS[surface.action] ?? "post_submit";
  const outer = surface.editor.closest(surface.action === "comment" ? "form" : facts.anchors.dialog) ?? document;
  return controlsCalled(wanted, outer, labels).find(isShown) ?? null;
}

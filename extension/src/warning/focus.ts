// Gives the keyboard back to a box after a card or a sheet: where the person was, or behind the last word when a click on the
// page's own button has taken the caret out of the box (a browser would then put it in front of the first). Changes no text.
// And keeps it within a sheet while that is open.
export function giveBack(place: HTMLElement): void {
  const selection = document.getSelection();
  const lost = place.isContentEditable && !place.contains(selection?.anchorNode ?? null);
  place.focus();
  if (!lost || !selection) return;
  selection.selectAllChildren(place);
  selection.collapseToEnd();
}

/** Tab goes round within an open sheet: from its last button Firefox would leave it, and come back to that button for ever. */
export function goRound(event: KeyboardEvent, root: ShadowRoot): void {
  if (event.key !== "Tab" || event.type !== "keydown" || !event.isTrusted) return;
  const within = root.querySelectorAll<HTMLElement>("dialog :is(button,textarea)");
  const all = [...within].filter((each) => each.checkVisibility());
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (!from || root.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}

// Gives the keyboard back to a box after a card or a sheet: where the person was, or behind the last word when a click on the
// page's own button has taken the caret out of the box (a browser would then put it in front of the first). Changes no text.
export function giveBack(place: HTMLElement): void {
  const selection = document.getSelection();
  const lost = place.isContentEditable && !place.contains(selection?.anchorNode ?? null);
  place.focus();
  if (!lost || !selection) return;
  selection.selectAllChildren(place);
  selection.collapseToEnd();
}

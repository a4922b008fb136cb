// Where a box goes: beside what it is about, never over it, inside the window. Pure geometry, no DOM.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const EDGE = 8;
const GAP = 6;

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}

/** Below the words, else above them, else beside; the left edges aligned as far as the window allows. */
export function besideWords(words: Box, card: Size, view: Size): { left: number; top: number } {
  const left = clamp(words.left, EDGE, view.width - card.width - EDGE);
  const below = words.top + words.height + GAP;
  if (below + card.height + EDGE <= view.height) return { left, top: below };
  const above = words.top - GAP - card.height;
  if (above >= EDGE) return { left, top: above };
  const top = clamp(below, EDGE, view.height - card.height - EDGE);
  const right = words.left + words.width + GAP;
  return {
    left: right + card.width + EDGE <= view.width ? right : clamp(words.left - GAP - card.width, EDGE, view.width),
    top,
  };
}

/** Above an editor, as its submit button is beside or below it and must stay in reach; else below. */
export function aboveEditor(editor: Box, notice: Size, view: Size): { left: number; top: number } {
  const left = clamp(editor.left, EDGE, view.width - notice.width - EDGE);
  const above = editor.top - GAP - notice.height;
  return {
    left,
    top: above >= EDGE ? above : clamp(editor.top + editor.height + GAP, EDGE, view.height - notice.height),
  };
}

/** Clear of the draft: below, above, right or left of it; where nothing fits, at the foot of the window. */
export function clearOf(draft: Box, sheet: Size, view: Size): { left: number; top: number } {
  const left = clamp(draft.left, EDGE, view.width - sheet.width - EDGE);
  const top = clamp(draft.top, EDGE, view.height - sheet.height - EDGE);
  const below = draft.top + draft.height + GAP;
  if (below + sheet.height + EDGE <= view.height) return { left, top: below };
  if (draft.top - GAP - sheet.height >= EDGE) return { left, top: draft.top - GAP - sheet.height };
  const right = draft.left + draft.width + GAP;
  if (right + sheet.width + EDGE <= view.width) return { left: right, top };
  if (draft.left - GAP - sheet.width >= EDGE) return { left: draft.left - GAP - sheet.width, top };
  return { left: clamp((view.width - sheet.width) / 2, EDGE, view.width), top: view.height - sheet.height - EDGE };
}

export const PILL = 22;

/** The pill's places, best first: right of the editor, above its right end, left of it, below it. Never on the text. */
export function pillCorners(editor: Box, view: Size): { left: number; top: number }[] {
  const right = editor.left + editor.width;
  const places = [
    { left: right + 4, top: editor.top },
    { left: right - PILL, top: editor.top - PILL - 2 },
    { left: editor.left - PILL - 4, top: editor.top },
    { left: right - PILL, top: editor.top + editor.height + 2 },
  ];
  const inside = places.filter(
    ({ left, top }) => left >= 0 && top >= 0 && left + PILL <= view.width && top + PILL <= view.height,
  );
  const last = {
    left: clamp(right - PILL, 0, view.width - PILL),
    top: clamp(editor.top - PILL - 2, 0, view.height - PILL),
  };
  return inside.length > 0 ? inside : [last];
}

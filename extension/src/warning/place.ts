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

/** Above an editor, as its submit button is beside or below it and must stay in reach; else below. */
export function aboveEditor(editor: Box, notice: Size, view: Size): { left: number; top: number } {
  const left = clamp(editor.left, EDGE, view.width - notice.width - EDGE);
  const above = editor.top - GAP - notice.height;
  return {
    left,
    top: above >= EDGE ? above : clamp(editor.top + editor.height + GAP, EDGE, view.height - notice.height),
  };
}

/** Clear of the words or the draft: below, above, right or left of it; where nothing fits, at the foot of the window. */
export function clearOf(what: Box, box: Size, view: Size): { left: number; top: number } {
  const left = clamp(what.left, EDGE, view.width - box.width - EDGE);
  const top = clamp(what.top, EDGE, view.height - box.height - EDGE);
  const below = what.top + what.height + GAP;
  const above = what.top - GAP - box.height;
  const right = what.left + what.width + GAP;
  const before = what.left - GAP - box.width;
  if (below + box.height <= view.height) return { left, top: below };
  if (above >= 0) return { left, top: above };
  if (right + box.width + EDGE <= view.width) return { left: right, top };
  if (before >= EDGE) return { left: before, top };
  return { left: clamp((view.width - box.width) / 2, EDGE, view.width), top: view.height - box.height - EDGE };
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

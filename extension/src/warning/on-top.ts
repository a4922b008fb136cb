// Keeps an open sheet where it can be seen and pressed: a page that takes our element away, or lays something of its own over
// it, gets it back on top, a number of times. Looks only while a sheet is open, and when one of its buttons is pressed. What takes
// no clicks is at no point of the window for a script; it is told by the popover or dialog that must carry it, as only those come
// over ours (roots.ts finds those that a page hides), and by Chromium, which knows what is painted over an element. Called by
// sheet.ts, card.ts and bar.ts. The pill needs none of it: a press there opens the card and changes nothing.
import { atEnd, on } from "../listen";
import { boxOf } from "./make";
import { watchTopLayer } from "./roots";

const LOOK_MS = 250;
const MOST = 40;
/** Looks till a sheet has faded in and Chromium has said so. */
const SETTLED = 2;
/** Under some styles of a page Chromium calls nothing visible: then its word counts for nothing after this many times. */
const DOUBTED = 4;

/** Chromium's own word whether anything is painted over an element (IntersectionObserver v2). Firefox has none. */
const PAINTED: object = { trackVisibility: true, delay: 100 };

export interface Top {
  /** False when something lay over the box this moment, or at any since the press began; then what was pressed was not seen. */
  clear(): boolean;
  end(): void;
}

/** `raise` puts the box on top again. */
export function keepOnTop(box: HTMLElement, raise: () => void): Top {
  const ended = new AbortController();
  const host = (box.getRootNode() as ShadowRoot).host;
  let left = MOST;
  let looks = 0;
  let doubts = 0;
  let covered = false;
  let visible = true;
  /** A press has begun, and whether the box has been raised since: whoever lays a cover while the button is down gains nothing by it. */
  let pressing = false;
  let unseen = false;
  const lookForRoots = watchTopLayer(host, ended.signal, () => {
    covered = true;
  });
  const clear = (hidden = false) => {
    if (left === 0 || (isAt(box, host) && !covered && !hidden)) return true;
    covered = false;
    looks = 0;
    left -= 1;
    unseen = pressing;
    raise();
    return false;
  };
  const begin = () => {
    pressing = true;
    unseen = false;
  };
  on(box, "pointerdown", begin, ended.signal);
  const timer = setInterval(() => {
    const hidden = !visible && looks >= SETTLED && doubts < DOUBTED;
    looks += 1;
    if (hidden) doubts += 1;
    if (looks % SETTLED === 0) lookForRoots();
    clear(hidden);
  }, LOOK_MS);
  const eye = new IntersectionObserver((entries) => {
    visible = (entries.at(-1) as { isVisible?: boolean }).isVisible !== false;
    if (visible) doubts = 0;
  }, PAINTED);
  eye.observe(box);
  atEnd(ended.signal, () => {
    clearInterval(timer);
    eye.disconnect();
  });
  return {
    clear: () => {
      lookForRoots();
      const seen = clear() && !unseen;
      pressing = false;
      unseen = false;
      return seen;
    },
    end: () => ended.abort(),
  };
}

/** True when the middle of the box is ours to click. */
function isAt(box: HTMLElement, host: Element): boolean {
  const { x, y, width, height } = boxOf(box);
  return host?.isConnected && document.elementFromPoint(x + width / 2, y + height / 2) === host;
}

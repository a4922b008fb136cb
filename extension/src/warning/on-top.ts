// Keeps an open sheet where it can be seen and pressed: a page that takes our element away, or lays something of its own over
// it, gets it back on top, a number of times. Looks only while a sheet is open. What a page paints over it without taking
// clicks cannot be noticed. Called by sheet.ts.
const LOOK_MS = 250;
const MOST = 40;

/** Gives the way to end it. `raise` puts the box on top again. */
export function keepOnTop(box: HTMLElement, raise: () => void): () => void {
  let left = MOST;
  const look = () => {
    const { x, y, width, height } = box.getBoundingClientRect();
    const own = (box.getRootNode() as ShadowRoot).host;
    const seen = document.elementFromPoint(x + width / 2, y + height / 2);
    if (own?.isConnected && seen === own) return;
    left -= 1;
    raise();
    if (left === 0) clearInterval(timer);
  };
  const timer = setInterval(look, LOOK_MS);
  return () => clearInterval(timer);
}

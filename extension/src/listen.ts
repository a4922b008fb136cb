// The ways to listen on a page: in the capture phase, before the page's own listeners, and for as long as a signal lasts.
// Said once, as every page parses it. Used by the content scripts' modules; it knows none of them.

type Events = HTMLElementEventMap & DocumentEventMap & WindowEventMap;

/** `passive: false` for a listener that may stop the event. */
export function on<Name extends keyof Events>(
  target: EventTarget,
  name: Name,
  heard: (event: Events[Name]) => void,
  signal: AbortSignal,
  passive = true,
): void {
  target.addEventListener(name, heard as (event: Event) => void, { capture: true, passive, signal });
}

/** Takes down what a signal does not take down by itself. */
export function atEnd(signal: AbortSignal, run: () => void): void {
  signal.addEventListener("abort", run);
}

/** As soon as the page's document has been read to its end: now, where it has been. */
export function whenRead(run: () => void, signal: AbortSignal): void {
  if (document.readyState === "loading") on(document, "DOMContentLoaded", run, signal);
  else run();
}

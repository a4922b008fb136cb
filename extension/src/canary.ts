// Looks, some time after a page has come, whether it is still one that we know (sites/familiar.ts). A site that has changed is
// noticed here, not when a post has gone out. A few looks per page, none while nobody sees it. Called by content.ts.
import { on, whenRead } from "./listen";

const LOOKS_MS = [1_500, 3_000, 6_000];

export function watchCanary(isFamiliar: () => boolean, told: (changed: boolean) => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = false;
  const look = (turn: number) => {
    clearTimeout(timer);
    const wait = LOOKS_MS[turn];
    if (wait === undefined) {
      said = true;
      told(true);
      return;
    }
    timer = setTimeout(() => {
      if (signal.aborted || document.visibilityState !== "visible") return;
      if (!isFamiliar()) look(turn + 1);
      else if (said) {
        said = false;
        told(false);
      }
    }, wait);
  };
  const begin = () => look(0);
  on(document, "visibilitychange", begin, signal);
  // The sites go from page to page without loading any.
  globalThis.navigation?.addEventListener("currententrychange", begin, { signal });
  whenRead(begin, signal);
}

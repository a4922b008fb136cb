// Tells when something of the page has come up over ours: a popover, a dialog or a full screen. In a root that the page keeps
// closed it is heard in there alone; Firefox lets an extension's script look into such roots, Chromium has on-top.ts's other way.
// Reads the page and listens; called by on-top.ts.
import { on } from "../listen";
import { all } from "../sites/reading";

const COVERING = ":popover-open, :modal";

/** Gives the way to look for roots that are new. `came` is told of what has come up since. */
export function watchTopLayer(host: Element, signal: AbortSignal, came: () => void): () => void {
  const toggled = ({ target }: Event) => {
    if (target !== host && (target as Element).matches(COVERING)) came();
  };
  on(window, "fullscreenchange", came, signal);
  on(window, "toggle", toggled, signal);
  const known = new Set<ShadowRoot>();
  const look = (isFirst = false) => {
    for (const root of rootsIn(document)) {
      if (known.has(root) || root.host === host) continue;
      known.add(root);
      on(root, "toggle", toggled, signal);
      if (!isFirst && root.querySelector(COVERING)) came();
    }
  };
  look(true);
  return look;
}

/** All shadow roots in the page, and in those; none where the browser shows us none. */
function rootsIn(around: ParentNode): ShadowRoot[] {
  if (!("openOrClosedShadowRoot" in Element.prototype)) return [];
  return all<Element & { openOrClosedShadowRoot?: ShadowRoot | null }>(around, "*").flatMap((element) => {
    const root = element.openOrClosedShadowRoot;
    return root ? [root, ...rootsIn(root)] : [];
  });
}

// An adapter whose labels and anchors can be replaced while a page is open. What the new ones do not have stays as it shipped,
// and so does an anchor that is no selector. Used by content.ts; the adapters themselves know nothing of it.
import type { SiteFacts } from "./labels";
import type { SiteAdapter } from "./site";

export interface Adopting extends SiteAdapter {
  adopt(facts: SiteFacts): void;
}

export function adopting(shipped: SiteFacts, make: (facts: SiteFacts) => SiteAdapter): Adopting {
  let now = make(shipped);
  return {
    id: shipped.site,
    adopt: (facts) => {
      const anchors = Object.entries(facts.anchors).filter(([, selector]) => isSelector(selector));
      now = make({
        ...facts,
        labels: { ...shipped.labels, ...facts.labels },
        anchors: { ...shipped.anchors, ...Object.fromEntries(anchors) },
      });
    },
    account: () => now.account(),
    surfaceOf: (element) => now.surfaceOf(element),
    submittedBy: (control) => now.submittedBy(control),
    submitControl: (surface) => now.submitControl(surface),
    actionOf: (control) => now.actionOf(control),
    picking: (editor) => now.picking(editor),
    familiar: () => now.familiar(),
    isAside: (editor) => now.isAside(editor),
  };
}

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

// What an adapter goes by: the page in front of it, and what is known of the site. Labels and anchors can be replaced while the
// page is open; what the new ones do not have stays as it shipped, and so does an anchor that is no selector: those are named.
// Made by the content script, which adopts newer facts; the adapters read it each time and keep nothing of it.
import { Labels, type SiteFacts } from "./labels";
import type { Page } from "./site";

export class Scene {
  labels: Labels;
  facts: SiteFacts;
  readonly page: Page;
  readonly #shipped: SiteFacts;

  constructor(shipped: SiteFacts, page: Page) {
    this.#shipped = shipped;
    this.facts = shipped;
    this.labels = new Labels(shipped);
    this.page = page;
  }

  /** Returns the anchors that cannot be used, by name. */
  adopt(newer: SiteFacts): string[] {
    const { labels, anchors } = this.#shipped;
    const all = Object.entries(newer.anchors);
    const usable = all.filter(([, selector]) => isSelector(selector));
    this.facts = {
      ...newer,
      labels: { ...labels, ...newer.labels },
      anchors: { ...anchors, ...Object.fromEntries(usable) },
    };
    this.labels = new Labels(this.facts);
    return all.filter((anchor) => !usable.includes(anchor)).map(([name]) => name);
  }
}

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

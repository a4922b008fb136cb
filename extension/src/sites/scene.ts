// What an adapter goes by: the page in front of it, and what is known of the site. Labels and anchors can be replaced while the
// page is open; what the new ones do not have stays as it shipped, and so does an anchor that is no selector.
// Made by the content script, which adopts newer facts; the adapters read it each time and keep nothing of it.
import { Labels, type SiteFacts } from "./labels";
import { isSelector } from "./selector";
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

  adopt(newer: SiteFacts): void {
    const { labels, anchors } = this.#shipped;
    const usable = Object.entries(newer.anchors).filter(([, selector]) => isSelector(selector));
    this.facts = {
      ...newer,
      labels: { ...labels, ...newer.labels },
      anchors: { ...anchors, ...Object.fromEntries(usable) },
    };
    this.labels = new Labels(this.facts);
  }
}

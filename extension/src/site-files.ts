// What of the site files in force cannot be used, so that the shipped parts stand in: all of them, or single anchors. Found out
// by the pop-up and the options page themselves, which have a document, whether or not a page of that site is open.
import type { ServedFiles } from "./site-labels";
import { isSelector } from "./sites/selector";

export interface SiteFiles {
  readonly refused: boolean;
  /** Site and name, in the order of the alphabet: "facebook: dialog". */
  readonly anchors: readonly string[];
}

export function siteFiles({ refused, anchors }: ServedFiles): SiteFiles {
  const broken = Object.entries(anchors).flatMap(([site, changed]) =>
    Object.keys(changed)
      .filter((name) => !isSelector(changed[name] ?? ""))
      .map((name) => `${site}: ${name}`),
  );
  return { refused, anchors: broken.sort() };
}

// Labels and anchors of a site, from shared_rules/sites/<site>.json by way of pack.ts: data that heals when a site renames a button.
// All languages are tried at once, because <html lang> is not always the language of the labels.
// Reads no page state but what it is handed; used by the site adapters.

import type { AnchorName } from "../contract.gen";

/** A site's file as pack.ts makes it. */
export interface SiteFacts {
  readonly site: string;
  readonly page_hosts: readonly string[];
  /** Words joined by "|"; ">" in front of them when a label may go on after the word. */
  readonly labels: Readonly<Record<string, string>>;
  readonly anchors: Readonly<Record<AnchorName, string>>;
  readonly reserved_paths: readonly string[];
  /** Pages and what at least is seen on each, by the name of a label or an anchor. */
  readonly pages: readonly { readonly at: string; readonly shows: readonly string[] }[];
}

export const STARTS = ">";

/** One spelling for all: NFC, lower case, "..." for "…", straight apostrophes, single plain spaces. */
export function normalise(label: string): string {
  return label
    .normalize("NFC")
    .replace(/…/g, "...")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\s\u00a0\u202f\u2060\u200b]+/g, " ")
    .trim()
    .toLowerCase();
}

export class Labels {
  readonly #known = new Map<string, { starts: boolean; words: string[] }>();

  constructor(facts: SiteFacts) {
    for (const [key, packed] of Object.entries(facts.labels)) {
      const starts = packed.startsWith(STARTS);
      this.#known.set(key, { starts, words: packed.slice(starts ? 1 : 0).split("|") });
    }
  }

  /** True when `label` is, or where the data says so begins with, the label called `key` in any language. */
  is(key: string, label: string | null | undefined): boolean {
    return this.rest(key, label) !== null;
  }

  /**
   * What follows the matched prefix, as the page spells it ("Comment as Ana" -> "Ana"); "" on a bare match, null on none.
   * A prefix must end at a word's end, so that "Following" is not "Follow".
   */
  rest(key: string, label: string | null | undefined): string | null {
    const known = this.#known.get(key);
    if (!known || !label) return null;
    const seen = normalise(label);
    for (const word of known.words) {
      if (seen === word || seen === `${word}...`) return "";
      if (known.starts && seen.startsWith(word) && !/^[\p{L}\p{N}]/u.test(seen.slice(word.length))) {
        const plain = label
          .normalize("NFC")
          .replace(/[\s\u00a0\u202f\u2060\u200b]+/g, " ")
          .trim()
          .replace(/…/g, "...");
        return plain.slice(word.length).replace(/^[\s,:.?!]+|[\s,:.?!]+$/g, "");
      }
    }
    return null;
  }
}

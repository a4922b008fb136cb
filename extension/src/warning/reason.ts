// One reason as the card and the sheet both show it: the sentence, and a small "Why?" that unfolds the clause in the
// policy's own words. Builds elements only; the wording comes with the Warning and from shared_rules/clauses.json.
import type { Warning } from "../contract.gen";
import type { ClauseText } from "../outcome";
import type { Words } from "../words";
import { button, make } from "./make";

/** Looked up when "Why?" is pressed; null when it cannot be had. */
export type Clauses = (key: string) => Promise<ClauseText | null>;

export interface Texts {
  readonly words: Words;
  readonly clauses: Clauses;
}

let unfolded = 0;

/** The "Why?" button and the region it unfolds, or nothing when the warning cites no clause. */
export function whyOf(warning: Warning, texts: Texts): [HTMLElement, HTMLElement] | null {
  if (warning.clauses.length === 0) return null;
  unfolded += 1;
  const id = `clause-${unfolded}`;
  const region = make("div", {
    class: "clause",
    attributes: { id, hidden: "", tabindex: "0", role: "region", "aria-label": texts.words("why") },
  });
  const opener = button(texts.words("why"), "text", () => {
    region.hidden = !region.hidden;
    opener.setAttribute("aria-expanded", String(!region.hidden));
    if (!region.hidden && region.childElementCount === 0) void fill(region, warning.clauses, texts);
  });
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-controls", id);
  return [opener, region];
}

async function fill(region: HTMLElement, keys: readonly string[], texts: Texts): Promise<void> {
  const clauses = await Promise.all(keys.map((key) => texts.clauses(key).catch(() => null)));
  if (region.childElementCount > 0) return; // pressed twice
  for (const clause of clauses) {
    if (!clause) continue;
    region.append(
      make("strong", { text: clause.heading }),
      make("p", { text: clause.plain }),
      make("p", { class: "soft", text: texts.words("policy") }),
      make("q", { text: clause.text, attributes: { lang: "en" } }),
    );
  }
  if (region.childElementCount === 0) region.append(make("p", { class: "soft", text: keys.join(", ") }));
}

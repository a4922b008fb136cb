// One reason as the card and the sheet both show it: the sentence, what the person may say about it, and a small "Why?" that
// unfolds the clause in the policy's own words. Builds elements only; the wording comes with the Warning and from
// shared_rules/clauses.json.
import type { NotAStudent, Warning } from "../contract.gen";
import type { ClauseText } from "../outcome";
import type { Words } from "../words";
import { button, make } from "./make";

/** Looked up when "Why?" is pressed; null when it cannot be had. */
export type Clauses = (key: string) => Promise<ClauseText | null>;

export interface Texts {
  readonly words: Words;
  readonly clauses: Clauses;
}

/** What somebody may be other than a current student of this school. */
export type Exception = NonNullable<NotAStudent["kind"]>;

/** A button of a reason: what it says, and what it does. */
export type Said = readonly [label: string, press: () => void];

let unfolded = 0;

/** The row under a sentence: the buttons, then "Why?" where a clause is cited, and the region that it unfolds. */
export function rowOf(warning: Warning, texts: Texts, said: readonly Said[]): (HTMLElement | null)[] {
  const buttons = said.map(([label, press]) => button(label, "text", press));
  const [opener, region] = whyOf(warning, texts) ?? [null, null];
  return [make("div", { class: "row small", children: [...buttons, opener] }), region];
}

/** The "Why?" button and the region it unfolds, or nothing when the warning cites no clause. */
function whyOf(warning: Warning, texts: Texts): [HTMLElement, HTMLElement] | null {
  if (warning.clauses.length === 0) return null;
  unfolded += 1;
  const id = `clause-${unfolded}`;
  const region = make("div", {
    class: "clause",
    attributes: { id, hidden: "", tabindex: "0", role: "region", "aria-label": texts.words("why") },
  });
  const opener = button(texts.words("why"), "text", () => {
    region.hidden = !region.hidden;
    opener.ariaExpanded = String(!region.hidden);
    if (!region.hidden && region.childElementCount === 0) void fill(region, warning.clauses, texts);
  });
  opener.ariaExpanded = "false";
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

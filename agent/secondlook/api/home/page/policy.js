// The policy in plain words, clause by clause, in the reader's language; the policy's own words one click away.
import { make } from "./dom.js";
import { ask } from "./session.js";
import { say } from "./words.js";

/** Clauses that belong together for a reader. One that is named nowhere comes under "and the rest", so none is lost. */
const GROUPS = /** @type {[string, string[]][]} */ ([
  ["rights", ["E-protected-speech", "E-privacy-settings", "F-discipline"]],
  [
    "students",
    [
      "D-student-info",
      "E-student-pii",
      "D-confidential",
      "D-fraternize",
      "E-communicate",
      "D-coach",
      "D-private-phone",
    ],
  ],
  [
    "posts",
    ["D-sexual", "D-substances", "D-hazing-bullying", "D-false-info", "D-proprietary", "D-inappropriate-sites"],
  ],
  [
    "work",
    [
      "E-tag",
      "E-logo",
      "E-speaks-for-district",
      "D-email",
      "D-professional-sites",
      "D-work-hours",
      "E-work-interfere",
      "C-reminder",
    ],
  ],
]);

export async function policy() {
  const held = await ask("GET", "policy");
  return [
    make("h1", {}, say("nav_policy")),
    make("p", { class: "lead" }, say("policy_lead")),
    make("p", { class: "soft", lang: "en" }, held.title),
    ...groups(held.clauses),
    make("p", {}, make("a", { href: "#orientation" }, say("policy_orientation"))),
  ];
}

/**
 * The clauses under their headings.
 * @param {any[]} clauses
 */
export function groups(clauses) {
  const named = new Set(GROUPS.flatMap(([, keys]) => keys));
  const rest = clauses.filter((one) => !named.has(one.key));
  const parts = GROUPS.map(([name, keys]) => ({
    name,
    held: keys.flatMap((key) => clauses.filter((one) => one.key === key)),
  }));
  return [...parts, { name: parts.some((part) => part.held.length) ? "rest" : "all", held: rest }]
    .filter((part) => part.held.length)
    .map((part) =>
      make("section", { class: "clauses" }, make("h2", {}, say(`group_${part.name}`)), part.held.map(clause)),
    );
}

/** @param {any} one */
function clause(one) {
  return make(
    "article",
    {},
    make("h3", {}, one.heading),
    make("p", {}, one.plain),
    make(
      "details",
      {},
      make("summary", {}, say("own_words"), make("span", { class: "unseen" }, `: ${one.heading}`)),
      make("blockquote", { lang: "en" }, one.text),
    ),
  );
}

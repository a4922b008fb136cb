// Posts to try in the orientation, each checked by the real engine, which knows an invented class only on this page.
import { make, sign } from "./dom.js";
import { tellWhy } from "./notice.js";
import { ask } from "./session.js";
import { say } from "./words.js";

/** @type {Record<string, "full" | "half" | "crossed">} */
const SHAPES = { allow: "full", inform: "half", warn: "half", block: "crossed" };

/** @param {any[]} posts @param {any[]} clauses */
export function practicePosts(posts, clauses) {
  return posts.map((post, number) => trial(post, number + 1, clauses));
}

/** @param {any} post @param {number} number @param {any[]} clauses */
function trial(post, number, clauses) {
  const name = say("post_number", { n: number });
  const box = make("textarea", { rows: 2, maxlength: 2000, "aria-label": name, spellcheck: "true" });
  box.value = post.text;
  const said = make("div", { class: "said", "aria-live": "polite" });
  const button = make("button", { type: "button" }, say("look"), make("span", { class: "unseen" }, `: ${name}`));
  box.addEventListener("input", () => said.replaceChildren());
  button.addEventListener("click", async () => {
    try {
      const decision = await ask("POST", "checks", {
        action: post.action,
        site: "facebook",
        account: { kind: "personal" },
        text: box.value,
      });
      said.replaceChildren(...outcome(decision, clauses));
    } catch (error) {
      tellWhy(error);
    }
  });
  return make(
    "section",
    { class: "trial", "data-post": post.id },
    make("h2", {}, name),
    box,
    make("div", { class: "buttons" }, button),
    said,
  );
}

/** @param {any} decision @param {any[]} clauses */
function outcome(decision, clauses) {
  const verdict = make(
    "p",
    { class: "verdict" },
    sign(SHAPES[decision.verdict] ?? "half"),
    make("b", {}, say(`verdict_${decision.verdict}`)),
  );
  return [verdict, ...decision.warnings.map((/** @type {any} */ warning) => reason(warning, clauses))];
}

/** @param {any} warning @param {any[]} clauses */
function reason(warning, clauses) {
  const headings = warning.clauses.map(
    (/** @type {string} */ key) => clauses.find((one) => one.key === key)?.heading ?? key,
  );
  return make(
    "div",
    { class: "reason" },
    make("p", {}, warning.why),
    warning.suggestion ? make("p", {}, say("instead"), " ", make("b", {}, warning.suggestion)) : null,
    make("p", { class: "soft" }, say("by_clause", { clauses: headings.join(", ") })),
  );
}

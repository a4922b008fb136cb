// The orientation of clause C-reminder, in four quiet steps: what this is, the policy, a few posts to try, and the reader's word.
import { acknowledgement } from "./acknowledgement.js";
import { make } from "./dom.js";
import { groups } from "./policy.js";
import { practicePosts } from "./practice-posts.js";
import { ask } from "./session.js";
import { day, say } from "./words.js";

const STEPS = /** @type {((held: Held) => (Node | null)[])[]} */ ([welcome, clauses, trying, finish]);

/** @typedef {{ orientation: any, policy: any }} Held */

export async function orientation() {
  const [state, policy] = await Promise.all([ask("GET", "orientation"), ask("GET", "policy")]);
  const place = make("div", {});
  show(place, { orientation: state, policy }, 0, false);
  return [place];
}

/** @param {HTMLElement} place @param {Held} held @param {number} number @param {boolean} moved */
function show(place, held, number, moved) {
  const heading = make("h1", { tabindex: "-1" }, say(`step_${number + 1}`));
  const last = number === STEPS.length - 1;
  const draw = /** @type {(held: Held) => (Node | null)[]} */ (STEPS[number]);
  place.replaceChildren(
    make("p", { class: "soft steps" }, say("step_of", { n: number + 1, all: STEPS.length })),
    make("progress", { max: STEPS.length, value: number + 1, "aria-hidden": "true" }),
    heading,
    ...draw(held).filter((node) => node !== null),
    make(
      "div",
      { class: "buttons steps" },
      number > 0
        ? make(
            "button",
            { type: "button", class: "quiet", onclick: () => show(place, held, number - 1, true) },
            say("back"),
          )
        : null,
      last ? null : make("button", { type: "button", onclick: () => show(place, held, number + 1, true) }, say("next")),
      number === 0 ? make("a", { href: "#glance" }, say("later")) : null,
    ),
  );
  if (!moved) return;
  heading.focus();
  scrollTo(0, 0);
}

/** @param {Held} held */
function welcome({ orientation: state }) {
  return [
    make("p", { class: "lead" }, say("welcome_lead")),
    state.done
      ? make("p", { class: "card" }, say(state.due ? "read_last" : "read_already", { day: day(state.done) }))
      : null,
    make(
      "ul",
      { class: "plain" },
      ["welcome_1", "welcome_2", "welcome_3", "welcome_4"].map((key) => make("li", {}, say(key))),
    ),
  ];
}

/** @param {Held} held */
function clauses({ policy }) {
  return [make("p", { class: "lead" }, say("clauses_lead")), ...groups(policy.clauses)];
}

/** @param {Held} held */
function trying({ orientation: state, policy }) {
  return [make("p", { class: "lead" }, say("trying_lead")), ...practicePosts(state.posts, policy.clauses)];
}

/** @param {Held} held */
function finish(held) {
  return acknowledgement(held);
}

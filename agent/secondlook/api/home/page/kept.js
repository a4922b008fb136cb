// What is kept about me: all of it in one screen, what each thing is, and the button that deletes it.
import { make } from "./dom.js";
import { tellWhy } from "./notice.js";
import { ask } from "./session.js";
import { count, say } from "./words.js";

export async function kept() {
  const place = make("div", {});
  draw(place, await ask("GET", "kept"));
  return [make("h1", {}, say("nav_kept")), make("p", { class: "lead" }, say("kept_lead")), place];
}

/** @param {HTMLElement} place @param {any} held @param {Node} [first] */
function draw(place, held, first) {
  const yours = held.things.filter((/** @type {any} */ one) => one.yours);
  const others = held.things.filter((/** @type {any} */ one) => !one.yours);
  place.replaceChildren(
    ...(first ? [first] : []),
    make("h2", { tabindex: "-1" }, say("kept_yours")),
    yours.length ? list(yours) : make("p", { class: "none" }, say("kept_nothing")),
    yours.length ? make("p", {}, deleting(place, held.home)) : null,
    make("h2", {}, say("kept_others")),
    make("p", {}, say("kept_others_lead")),
    list(others),
    make("h2", {}, say("kept_never")),
    make("p", {}, say("kept_never_lead")),
    make("h2", {}, say("kept_where")),
    make("p", {}, say("kept_where_lead"), " ", make("code", { translate: "no" }, held.home)),
    make("p", { class: "soft" }, say("kept_browser")),
  );
}

/** @param {any[]} things */
function list(things) {
  return make(
    "dl",
    { class: "things" },
    things.flatMap((one) => [
      make("dt", {}, say(`thing_${one.name}`), counted(one), make("code", { translate: "no" }, one.place)),
      make("dd", {}, say(`thing_${one.name}_how`)),
    ]),
  );
}

/** @param {any} one */
function counted(one) {
  return ["exceptions", "consents", "damaged", "other"].includes(one.name)
    ? make("span", { class: "count" }, count("thing_count", one.count))
    : null;
}

/** @param {HTMLElement} place @param {string} home */
function deleting(place, home) {
  const dialog = make(
    "dialog",
    { "aria-labelledby": "delete-title" },
    make("h2", { id: "delete-title" }, say("delete_title")),
    make("p", {}, say("delete_lead")),
    make(
      "div",
      { class: "buttons" },
      make("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, say("delete_not")),
      make("button", { type: "button", class: "grave", onclick: () => void forget() }, say("delete_yes")),
    ),
  );
  const forget = async () => {
    dialog.close();
    try {
      const answer = await ask("DELETE", "kept", { everything: true });
      draw(place, { home, things: answer.left }, done(answer.gone));
      /** @type {HTMLElement | null} */ (place.querySelector("[data-done]"))?.focus();
    } catch (error) {
      tellWhy(error);
    }
  };
  return [
    make("button", { type: "button", class: "grave", onclick: () => dialog.showModal() }, say("delete_button")),
    dialog,
  ];
}

/** @param {string[]} gone */
function done(gone) {
  return make(
    "section",
    { class: "card", tabindex: "-1", "data-done": true },
    make("h2", {}, say("deleted_title")),
    make(
      "ul",
      { class: "plain" },
      gone.map((name) => make("li", {}, say(`thing_${name}`))),
    ),
    make("p", { class: "soft" }, say("deleted_left")),
  );
}

// My people: who is no current student (kept as keyed hashes, so listed by kind and date), and the consent ledger below.
import { consents } from "./consents.js";
import { field, make, select } from "./dom.js";
import { tell, tellWhy } from "./notice.js";
import { ask } from "./session.js";
import { day, say } from "./words.js";

const KINDS = ["own_child", "alumni", "not_student"];

export async function people() {
  const list = make("div", {});
  const ledger = make("div", {});
  await Promise.all([drawExceptions(list), consents(ledger)]);
  return [make("h1", {}, say("nav_people")), make("p", { class: "lead" }, say("people_lead")), list, ledger];
}

/** @param {HTMLElement} place */
async function drawExceptions(place) {
  const { exceptions } = await ask("GET", "exceptions");
  place.replaceChildren(
    make("h2", {}, say("exceptions_title")),
    make("p", {}, say("exceptions_lead")),
    ...KINDS.map((kind) =>
      group(
        kind,
        exceptions.filter((/** @type {any} */ one) => one.kind === kind),
        place,
      ),
    ),
    adding(place),
  );
}

/** @param {string} kind @param {any[]} kept @param {HTMLElement} place */
function group(kind, kept, place) {
  if (!kept.length) return make("p", { class: "none" }, make("b", {}, say(`kind_${kind}`)), " ", say("none_kept"));
  return make(
    "section",
    {},
    make("h3", {}, say(`kind_${kind}`)),
    make(
      "ul",
      { class: "rows" },
      kept.map((one) =>
        make(
          "li",
          {},
          make("span", {}, say("kept_since", { added: day(one.added), until: day(one.expires) })),
          remove(
            say("forget"),
            say("forget_this", { kind: say(`kind_${kind}`), added: day(one.added) }),
            place,
            async () => {
              await ask("DELETE", "exceptions", { id: one.id });
              await drawExceptions(place);
              tell(say("forgotten"));
            },
          ),
        ),
      ),
    ),
  );
}

/**
 * A quiet button that takes one entry away; its longer name says which. The focus stays on the list, which is drawn anew.
 * @param {string} label
 * @param {string} name
 * @param {HTMLElement} place
 * @param {() => Promise<void>} work
 */
export function remove(label, name, place, work) {
  const button = make("button", { type: "button", class: "quiet", "aria-label": name }, label);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await work();
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    } catch (error) {
      button.disabled = false;
      tellWhy(error);
    }
  });
  return button;
}

/** @param {HTMLElement} place */
function adding(place) {
  const name = make("input", { type: "text", required: true, maxlength: 300, autocomplete: "off" });
  const kind = select(
    KINDS.map((one) => [one, say(`kind_${one}`)]),
    "own_child",
  );
  const work = (/** @type {"POST" | "DELETE"} */ method) => async () => {
    if (!form.reportValidity()) return;
    const body = method === "POST" ? { name: name.value, kind: kind.value } : { name: name.value };
    try {
      const answer = await ask(method, "exceptions", body);
      await drawExceptions(place);
      tell(say(method === "POST" ? "exception_kept" : answer.removed ? "forgotten" : "exception_unknown"));
    } catch (error) {
      tellWhy(error);
    }
  };
  const form = make(
    "form",
    {},
    field(say("exception_name"), name, say("exception_hint")),
    field(say("exception_kind"), kind),
    make(
      "div",
      { class: "buttons" },
      make("button", { type: "submit" }, say("keep")),
      make("button", { type: "button", class: "quiet", onclick: work("DELETE") }, say("forget_by_name")),
    ),
  );
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    void work("POST")();
  });
  return make("details", { class: "form" }, make("summary", {}, say("exception_add")), form);
}

// The consent ledger (clause E-tag): which colleagues agreed to be tagged, for what, until when. Part of "My people".
import { field, make, select } from "./dom.js";
import { tell, tellWhy } from "./notice.js";
import { remove } from "./people.js";
import { ask } from "./session.js";
import { day, say, today } from "./words.js";

/** @param {HTMLElement} place */
export async function consents(place) {
  const held = (await ask("GET", "consents")).consents;
  place.replaceChildren(
    make("h2", {}, say("consents_title")),
    make("p", {}, say("consents_lead")),
    held.length
      ? make(
          "ul",
          { class: "rows" },
          held.map((/** @type {any} */ one) => entry(one, place)),
        )
      : make("p", { class: "none" }, say("consents_none")),
    adding(place),
  );
}

/** @param {any} one @param {HTMLElement} place */
function entry(one, place) {
  const purpose = one.what === "standing" ? say("for_standing") : say(`for_${one.what}_named`, { label: one.label });
  const dates = say(`consent_${one.how}`, { added: day(one.added), until: day(one.until) });
  return make(
    "li",
    {},
    make(
      "span",
      {},
      make("b", { translate: "no" }, one.name),
      one.handle ? make("span", { class: "soft", translate: "no" }, ` ${one.handle}`) : null,
      make("br"),
      make("span", {}, purpose),
      make("br"),
      make("span", { class: "soft" }, dates),
    ),
    remove(say("withdraw"), say("withdraw_this", { name: one.name }), place, async () => {
      await ask("DELETE", "consents", { id: one.id });
      await consents(place);
      tell(say("withdrawn"));
    }),
  );
}

/** @param {HTMLElement} place */
function adding(place) {
  const name = make("input", { type: "text", required: true, maxlength: 300, autocomplete: "off" });
  const handle = make("input", { type: "text", maxlength: 300, autocomplete: "off" });
  const what = select(
    ["standing", "event", "album"].map((one) => [one, say(`for_${one}`)]),
    "standing",
  );
  const label = make("input", { type: "text", maxlength: 120, autocomplete: "off" });
  const how = select(
    ["said", "written"].map((one) => [one, say(`how_${one}`)]),
    "said",
  );
  const until = make("input", { type: "date", min: today() });
  const named = field(say("consent_label"), label);
  const fit = () => {
    named.hidden = what.value === "standing";
    label.required = !named.hidden;
  };
  what.addEventListener("change", fit);
  fit();
  const form = make(
    "form",
    {},
    field(say("consent_name"), name, say("consent_name_hint")),
    field(say("consent_handle"), handle),
    field(say("consent_what"), what),
    named,
    field(say("consent_how"), how),
    field(say("consent_until"), until, say("consent_until_hint")),
    make("div", { class: "buttons" }, make("button", { type: "submit" }, say("keep"))),
  );
  form.addEventListener("submit", async (/** @type {Event} */ event) => {
    event.preventDefault();
    const body = {
      name: name.value,
      what: what.value,
      how: how.value,
      label: named.hidden ? "" : label.value,
      ...(handle.value ? { handle: handle.value } : {}),
      ...(until.value ? { until: until.value } : {}),
    };
    try {
      await ask("POST", "consents", body);
      await consents(place);
      tell(say("consent_kept"));
    } catch (error) {
      tellWhy(error);
    }
  });
  return make("details", { class: "form" }, make("summary", {}, say("consent_add")), form);
}

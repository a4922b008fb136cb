// My accounts: which accounts and pages are work, the district's list beside the person's own, and whether they coach.
import { field, make, select } from "./dom.js";
import { tell, tellWhy } from "./notice.js";
import { remove } from "./people.js";
import { ask } from "./session.js";
import { say } from "./words.js";

const SITES = ["", "facebook", "instagram"];

export async function accounts() {
  const place = make("div", {});
  await redraw(place);
  return [make("h1", {}, say("nav_accounts")), make("p", { class: "lead" }, say("accounts_lead")), place];
}

/** @param {HTMLElement} place */
async function redraw(place) {
  const held = await ask("GET", "accounts");
  place.replaceChildren(
    make("h2", {}, say("accounts_own")),
    held.own.length
      ? make(
          "ul",
          { class: "rows" },
          held.own.map((/** @type {any} */ one) => entry(one, place)),
        )
      : make("p", { class: "none" }, say("accounts_none")),
    adding(place),
    make("h2", {}, say("accounts_district")),
    held.district.length
      ? make(
          "ul",
          { class: "rows" },
          held.district.map((/** @type {any} */ one) => entry(one, null)),
        )
      : make("p", { class: "none" }, say("accounts_district_none")),
    make("h2", {}, say("coach_title")),
    coach(held.coach),
  );
}

/** @param {any} one @param {HTMLElement | null} place null = not the person's to take away */
function entry(one, place) {
  const names = [one.handle, one.name, one.id].filter(Boolean);
  const site = !one.site ? say("site_any") : SITES.includes(one.site) ? say(`site_${one.site}`) : one.site;
  return make(
    "li",
    {},
    make("span", {}, make("b", { translate: "no" }, names.join(", ")), make("span", { class: "soft" }, ` ${site}`)),
    place
      ? remove(say("take_off"), say("take_off_this", { name: names[0] }), place, async () => {
          await ask("DELETE", "accounts", one);
          await redraw(place);
          tell(say("account_gone"));
        })
      : null,
  );
}

/** @param {HTMLElement} place */
function adding(place) {
  const handle = make("input", { type: "text", required: true, maxlength: 300, autocomplete: "off" });
  const site = select(
    SITES.map((one) => [one, say(one ? `site_${one}` : "site_any")]),
    "",
  );
  const form = make(
    "form",
    {},
    field(say("account_handle"), handle, say("account_hint")),
    field(say("account_site"), site),
    make("div", { class: "buttons" }, make("button", { type: "submit" }, say("keep"))),
  );
  form.addEventListener("submit", async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      await ask("POST", "accounts", { handle: handle.value, ...(site.value ? { site: site.value } : {}) });
      await redraw(place);
      tell(say("account_kept"));
    } catch (error) {
      tellWhy(error);
    }
  });
  return make("details", { class: "form" }, make("summary", {}, say("account_add")), form);
}

/** @param {boolean} on */
function coach(on) {
  const box = make("input", { type: "checkbox", checked: on });
  box.addEventListener("change", () => {
    ask("POST", "coach", { coach: box.checked })
      .then(() => tell(say(box.checked ? "coach_on" : "coach_off")))
      .catch((error) => {
        box.checked = !box.checked;
        tellWhy(error);
      });
  });
  return make(
    "div",
    {},
    make("label", { class: "check" }, box, say("coach_label")),
    make("p", { class: "soft" }, say("coach_lead")),
  );
}

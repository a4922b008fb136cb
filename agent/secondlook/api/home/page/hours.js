// My hours: what today asks and whose word that rests on, a snow day or half day by one click, and the staff group.
import { field, make, select } from "./dom.js";
import { tell, tellWhy } from "./notice.js";
import { ownWeek } from "./own-week.js";
import { ask } from "./session.js";
import { day, say, span, weekdays } from "./words.js";

export async function hours() {
  const place = make("div", {});
  await redraw(place);
  return [make("h1", {}, say("nav_hours")), make("p", { class: "lead" }, say("hours_lead")), place];
}

/** @param {HTMLElement} place */
async function redraw(place) {
  const held = await ask("GET", "hours");
  place.replaceChildren(
    make("h2", {}, say("today_title", { day: day(held.today.date, true) })),
    todayCard(held.today),
    saying(held.today, place),
    make("h2", {}, say("week_title")),
    make("p", {}, say(`rests_on_${held.rests_on}`, { group: held.group ?? "" })),
    weekTable(held.week),
    held.groups.length ? choosing(held, place) : null,
    ownWeek(held, (body, sentence) => keep(place, body, sentence)),
  );
}

/** @param {any} today */
function todayCard(today) {
  const spans = today.spans.map((/** @type {string} */ one) => span(one)).join(say("and"));
  const exempt = today.exempt.map((/** @type {any} */ one) =>
    say(one.note ? "exempt_note" : "exempt_off", { time: span(one.time) }),
  );
  return make(
    "section",
    { class: "card" },
    make(
      "p",
      { class: "big" },
      today.in_doubt ? say("hours_in_doubt") : spans ? say("hours_work", { spans }) : say("hours_off"),
    ),
    today.in_doubt
      ? make("p", {}, say("hours_in_doubt_why"))
      : make("p", {}, say(`because_${today.because}`, { kind: say(`day_${today.kind}`) })),
    today.in_doubt ? null : exempt.map((/** @type {string} */ sentence) => make("p", { class: "soft" }, sentence)),
  );
}

/** @param {any} today @param {HTMLElement} place */
function saying(today, place) {
  const choices = [
    ["snow_day", "say_snow_day"],
    ["half_day", "say_half_day"],
    ["normal", "say_normal"],
  ];
  const said = today.said ?? "normal";
  return make(
    "div",
    { class: "buttons", role: "group", "aria-label": say("say_today") },
    choices.map(([value, label]) =>
      make(
        "button",
        {
          type: "button",
          class: "choice",
          "aria-pressed": String(said === value),
          onclick: () => {
            ask("POST", "today", { day: value })
              .then(() => redraw(place))
              .then(() => {
                tell(say("today_kept"));
                /** @type {HTMLElement | null} */ (place.querySelector("[aria-pressed=true]"))?.focus();
              })
              .catch(tellWhy);
          },
        },
        say(/** @type {string} */ (label)),
      ),
    ),
  );
}

/** @param {string[][]} week */
function weekTable(week) {
  return make(
    "table",
    {},
    make("caption", { class: "unseen" }, say("week_title")),
    make(
      "tbody",
      {},
      weekdays().map((name, number) =>
        make(
          "tr",
          {},
          make("th", { scope: "row" }, name),
          make("td", {}, (week[number] ?? []).map((one) => span(one)).join(say("and")) || say("day_free")),
        ),
      ),
    ),
  );
}

/** @param {any} held @param {HTMLElement} place */
function choosing(held, place) {
  const named = held.groups.map((/** @type {string} */ one) => [one, one]);
  const group = select([["", say("group_default")], ...named], held.rests_on === "group" ? held.group : "");
  group.addEventListener("change", () => {
    void keep(place, group.value ? { staff_group: group.value } : {}, say("hours_kept"));
  });
  return field(say("group_label"), group, say("group_hint"));
}

/** @param {HTMLElement} place @param {object} body @param {string} sentence */
async function keep(place, body, sentence) {
  try {
    await ask("POST", "hours", body);
    await redraw(place);
    tell(sentence);
  } catch (error) {
    tellWhy(error);
  }
}

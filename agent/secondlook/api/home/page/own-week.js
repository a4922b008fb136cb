// A week of one's own, for part-time and odd hours: one row a day, from and to. Part of "My hours".
import { make } from "./dom.js";
import { say, weekdays } from "./words.js";

const KEYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * @param {any} held the hours as the agent tells them
 * @param {(body: object, sentence: string) => void} keep
 */
export function ownWeek(held, keep) {
  const rows = KEYS.map((key, number) => row(key, weekdays()[number] ?? key, held.week[number]?.[0] ?? "-"));
  const form = make(
    "form",
    {},
    make("p", {}, say("own_week_lead")),
    rows.map((one) => one.line),
    make(
      "div",
      { class: "buttons" },
      make("button", { type: "submit" }, say("own_week_keep")),
      held.rests_on === "own"
        ? make("button", { type: "button", class: "quiet", onclick: () => keep({}, say("hours_kept")) }, say("own_week_drop"))
        : null,
    ),
  );
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    const hours = Object.fromEntries(rows.filter((one) => one.from.value && one.to.value).map((one) => [one.key, [`${one.from.value}-${one.to.value}`]]));
    if (Object.keys(hours).length) keep({ own_week: { hours } }, say("hours_kept"));
  });
  return make("details", { open: held.rests_on === "own" }, make("summary", {}, say("own_week_title")), form);
}

/** @param {string} key @param {string} name @param {string} span */
function row(key, name, span) {
  const [start, end] = span.split("-");
  const from = make("input", { type: "time", value: start, "aria-label": say("from_on", { day: name }) });
  const to = make("input", { type: "time", value: end, "aria-label": say("to_on", { day: name }) });
  return { key, from, to, line: make("div", { class: "week-row" }, make("span", {}, name), from, make("span", { "aria-hidden": "true" }, "–"), to) };
}

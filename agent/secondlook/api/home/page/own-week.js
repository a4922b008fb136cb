// A week of one's own, for part-time and odd hours: one row a day, from and to. Part of "My hours".
import { make } from "./dom.js";
import { tell } from "./notice.js";
import { say, weekdays } from "./words.js";

const KEYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * @param {any} held the hours as the agent tells them
 * @param {(body: object, sentence: string) => void} keep
 */
export function ownWeek(held, keep) {
  const rows = KEYS.map((key, number) => row(key, weekdays()[number] ?? key, held.week[number] ?? []));
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
        ? make(
            "button",
            { type: "button", class: "quiet", onclick: () => keep({}, say("hours_kept")) },
            say("own_week_drop"),
          )
        : null,
    ),
  );
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    if (rows.some((one) => !one.from.value !== !one.to.value)) return tell(say("own_week_half"));
    const worked = rows.filter((one) => one.from.value && one.to.value);
    if (!worked.length) return tell(say("own_week_empty"));
    const hours = Object.fromEntries(
      worked.map((one) => [one.key, [`${one.from.value}-${one.to.value}`, ...one.more]]),
    );
    keep({ own_week: { hours } }, say("hours_kept"));
  });
  return make(
    "details",
    { class: "form", open: held.rests_on === "own" },
    make("summary", {}, say("own_week_title")),
    form,
  );
}

/** A day's first stretch can be changed here; further ones, from the settings file, are kept as they are. */
/** @param {string} key @param {string} name @param {string[]} spans */
function row(key, name, spans) {
  const [start, end] = (spans[0] ?? "-").split("-");
  const from = make("input", { type: "time", value: start, "aria-label": say("from_on", { day: name }) });
  const to = make("input", { type: "time", value: end, "aria-label": say("to_on", { day: name }) });
  return {
    key,
    from,
    to,
    more: spans.slice(1),
    line: make(
      "div",
      { class: "week-row" },
      make("span", {}, name),
      from,
      make("span", { "aria-hidden": "true" }, "–"),
      to,
    ),
  };
}

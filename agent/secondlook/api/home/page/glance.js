// At a glance: is it working, from the one source of state that tray and extension read as well; the pause; what is due.
import { make, sign } from "./dom.js";
import { tell, tellWhy } from "./notice.js";
import { Away, ask } from "./session.js";
import { count, language, say } from "./words.js";

/** @type {Record<string, "full" | "half" | "empty" | "crossed">} */
const SHAPES = { protected: "full", starting: "half", limited: "half", paused: "empty", not_protecting: "crossed" };
/** @type {Record<string, "full" | "half" | "crossed">} */
const LEVELS = { ok: "full", warning: "half", broken: "crossed" };

/** How often a page that is looked at asks again; the state changes by itself. */
const REFRESH_MS = 5_000;
/** @type {WeakMap<HTMLElement, string>} */
const drawn = new WeakMap();

export async function glance() {
  const place = make("div", {});
  await redraw(place);
  const timer = setInterval(() => {
    if (!place.isConnected) clearInterval(timer);
    else if (!document.hidden && !place.contains(document.activeElement)) void redraw(place).catch(lost);
  }, REFRESH_MS);
  return [make("h1", {}, say("nav_glance")), place];
}

/**
 * A state that can no longer be asked for must not stand there as if it still held.
 * @param {unknown} error
 */
function lost(error) {
  if (error instanceof Away) dispatchEvent(new Event("second-look-away"));
  else tellWhy(error);
}

/** @param {HTMLElement} place */
async function redraw(place) {
  const [status, orientation] = await Promise.all([ask("GET", "status"), ask("GET", "orientation")]);
  const news = JSON.stringify([status, orientation.due]);
  if (news === drawn.get(place)) return; // drawn anew only when something has changed: what is unfolded stays so
  drawn.set(place, news);
  place.replaceChildren(
    make(
      "section",
      { class: "state" },
      sign(SHAPES[status.protection] ?? "crossed"),
      make("p", { class: "big" }, status.says),
    ),
    ...pausing(status, place),
    ...(orientation.due ? [due()] : []),
    ...links(status.links),
    make("h2", {}, say("practice_title")),
    make("p", {}, say("practice_lead"), " ", make("a", { href: `/practice?lang=${language}` }, say("practice_open"))),
    make("h2", {}, say("not_covered_title")),
    make("p", { class: "soft" }, say("not_covered")),
  );
}

/**
 * What wants a look stands open; what is in order stands behind one line.
 * @param {any[]} all
 */
function links(all) {
  const [good, poor] = [all.filter((one) => one.level === "ok"), all.filter((one) => one.level !== "ok")];
  const list = (/** @type {any[]} */ some) => make("ul", { class: "links" }, some.map(link));
  return [
    ...(poor.length ? [make("h2", {}, say("links_poor")), list(poor)] : []),
    make("details", { class: "good" }, make("summary", {}, count("links_good", good.length)), list(good)),
  ];
}

/** @param {any} one */
function link(one) {
  return make(
    "li",
    { "data-link": one.name },
    sign(LEVELS[one.level] ?? "crossed"),
    make(
      "div",
      {},
      make("b", {}, one.title),
      make("span", { class: "unseen" }, `, ${say(`level_${one.level}`)}`),
      make("br"),
      make("span", {}, one.says),
      one.next && one.level !== "ok" ? make("p", { class: "next" }, say("next_step"), " ", one.next) : null,
      one.detail && one.level !== "ok" ? make("p", { class: "soft", lang: "en" }, one.detail) : null,
    ),
  );
}

/** @param {any} status @param {HTMLElement} place */
function pausing(status, place) {
  const lengths = status.paused_until ? ["over"] : status.pauses;
  if (!lengths.length) return [];
  const buttons = lengths.map((/** @type {string} */ length) =>
    make(
      "button",
      { type: "button", class: "quiet", onclick: () => void pause(length, place) },
      say(`pause_${length}`),
    ),
  );
  return [make("div", { class: "buttons" }, buttons)];
}

/** @param {string} length @param {HTMLElement} place */
async function pause(length, place) {
  try {
    await ask("POST", "pause", { length });
    await redraw(place);
    tell(say(length === "over" ? "pause_ended" : "pause_begun"));
    /** @type {HTMLElement | null} */ (place.querySelector(".buttons button"))?.focus();
  } catch (error) {
    tellWhy(error);
  }
}

function due() {
  return make(
    "section",
    { class: "card" },
    make("h2", {}, say("due_title")),
    make("p", {}, say("due_lead")),
    make("p", {}, make("a", { class: "button", href: "#orientation" }, say("due_start"))),
  );
}

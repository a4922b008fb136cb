// At a glance: is it working, from the one source of state that tray and extension read as well, and what is due.
import { make, sign } from "./dom.js";
import { ask } from "./session.js";
import { language, say } from "./words.js";

/** @type {Record<string, "full" | "half" | "empty" | "crossed">} */
const SHAPES = { protected: "full", starting: "half", limited: "half", paused: "empty", not_protecting: "crossed" };

export async function glance() {
  const [status, orientation] = await Promise.all([ask("GET", "status"), ask("GET", "orientation")]);
  return [
    make("h1", {}, say("nav_glance")),
    make(
      "section",
      { class: "state" },
      sign(SHAPES[status.protection] ?? "crossed"),
      make("div", {}, make("h2", {}, say(`state_${status.protection}`)), make("p", {}, say(`state_${status.protection}_why`))),
    ),
    orientation.due ? due() : null,
    make("p", {}, say("glance_practice"), " ", make("a", { href: `/practice?lang=${language}` }, say("nav_practice"))),
    make("h2", {}, say("not_covered_title")),
    make("p", { class: "soft" }, say("not_covered")),
  ].filter((node) => node !== null);
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

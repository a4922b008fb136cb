// The reader's word that they have read the policy: the date is kept on this laptop, the sheet is theirs to print or save.
// The name they may write on it stays on the page; it is sent nowhere and kept nowhere.
import { field, make, sign } from "./dom.js";
import { tellWhy } from "./notice.js";
import { ask } from "./session.js";
import { day, say, today } from "./words.js";

/** @param {{ orientation: any, policy: any }} held */
export function acknowledgement(held) {
  const name = make("input", { type: "text", maxlength: 120, autocomplete: "off" });
  const after = make("div", { tabindex: "-1", class: "after" });
  const button = make("button", { type: "button" }, say("i_have_read"));
  const draw = () => after.replaceChildren(...sheet(held, name.value.trim()));
  button.addEventListener("click", async () => {
    try {
      held.orientation = await ask("POST", "orientation", { read: true });
      button.remove();
      draw();
      after.focus();
    } catch (error) {
      tellWhy(error);
    }
  });
  name.addEventListener("input", () => {
    if (!button.isConnected) draw();
  });
  return [
    make("p", { class: "lead" }, say("finish_lead")),
    field(say("your_name"), name, say("your_name_hint")),
    make("div", { class: "buttons" }, button),
    after,
  ];
}

/** @param {{ orientation: any, policy: any }} held @param {string} name */
function sheet(held, name) {
  const lines = text(held, name);
  return [
    make("p", { class: "thanks" }, sign("full"), say("read_kept")),
    make(
      "section",
      { class: "card sheet" },
      make("h2", {}, lines[0] ?? ""),
      lines
        .slice(1)
        .filter(Boolean)
        .map((line) => make("p", {}, line)),
      make(
        "ul",
        { class: "clause-list" },
        headings(held).map((/** @type {string} */ heading) => make("li", {}, heading)),
      ),
    ),
    make(
      "div",
      { class: "buttons" },
      make("button", { type: "button", onclick: () => print() }, say("print")),
      make("button", { type: "button", class: "quiet", onclick: () => save(held, name) }, say("save_file")),
      make("a", { href: "#glance" }, say("done")),
    ),
  ];
}

/** @param {{ policy: any }} held */
function headings({ policy }) {
  return policy.clauses.map((/** @type {any} */ one) => one.heading);
}

/** @param {{ orientation: any, policy: any }} held @param {string} name */
function text({ orientation, policy }, name) {
  return [
    say("sheet_title", { year: orientation.school_year.replace("-", "–") }),
    policy.title,
    say("sheet_read", { day: day(orientation.done ?? today()) }),
    name ? say("sheet_name", { name }) : "",
  ];
}

/** @param {{ orientation: any, policy: any }} held @param {string} name */
function save(held, name) {
  const words = [
    ...text(held, name).filter(Boolean),
    "",
    ...headings(held).map((/** @type {string} */ one) => `- ${one}`),
    "",
  ].join("\r\n");
  const address = URL.createObjectURL(new Blob(["\ufeff", words], { type: "text/plain;charset=utf-8" }));
  make("a", { href: address, download: `${say("file_name")}-${held.orientation.school_year}.txt` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

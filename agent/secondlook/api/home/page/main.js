// The page's frame: signs in, draws the list of sections and the one that the address names, and says so when it cannot.
import { accounts } from "./accounts.js";
import { make, sign } from "./dom.js";
import { glance } from "./glance.js";
import { hours } from "./hours.js";
import { kept } from "./kept.js";
import { hush, tellWhy } from "./notice.js";
import { orientation } from "./orientation.js";
import { people } from "./people.js";
import { policy } from "./policy.js";
import { Away, ask, SignedOut, signIn } from "./session.js";
import { language, loadWords, say } from "./words.js";

/** @type {Record<string, () => Promise<Node[]>>} */
const SECTIONS = { glance, people, accounts, hours, kept, policy, orientation };
const LANGUAGES = [
  ["en", "English"],
  ["es", "Español"],
  ["pt", "Português"],
];
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
let shown = "";

/** The section that the address names; the first one when it names none. */
function asked() {
  const name = location.hash.slice(1);
  return Object.hasOwn(SECTIONS, name) ? name : "glance";
}

function drawLanguages() {
  const links = LANGUAGES.map(([code, name]) =>
    make(
      "a",
      {
        href: `?lang=${code}${location.hash}`,
        lang: code === "pt" ? "pt-BR" : code,
        "aria-current": code === language ? "true" : null,
      },
      name ?? "",
    ),
  );
  document.querySelector(".languages")?.replaceChildren(...links);
}

function drawSections() {
  const links = Object.keys(SECTIONS).map((name) =>
    make("a", { href: `#${name}`, "aria-current": name === asked() ? "page" : null }, say(`nav_${name}`)),
  );
  const practice = make("a", { href: `/practice?lang=${language}` }, say("nav_practice"));
  document.querySelector("nav.sections")?.replaceChildren(...links, practice);
}

/** Draw the section of the address. The focus follows, except at the very first, where the page has just opened. */
async function draw() {
  const name = asked();
  drawSections();
  drawLanguages();
  const draws = /** @type {() => Promise<Node[]>} */ (SECTIONS[name]);
  try {
    const content = await draws();
    if (name !== asked()) return; // another one was asked for meanwhile
    main.replaceChildren(...content);
    document.title = `${say(`nav_${name}`)} · Second Look`;
    if (shown !== "") main.focus();
    if (shown !== name) scrollTo(0, 0);
    shown = name;
  } catch (error) {
    if (error instanceof SignedOut) closed("signed_out");
    else if (error instanceof Away) away();
    else tellWhy(error);
  }
}

/**
 * Nobody is signed in: say why, and how to come back.
 * @param {string} why
 */
function closed(why) {
  const key = `closed_${why}`;
  document.querySelector("nav.sections")?.replaceChildren();
  main.replaceChildren(
    make("h1", {}, say("closed_title")),
    make("p", { class: "lead" }, say(key) === key ? say("closed_signed_out") : say(key)),
    make("p", {}, say("closed_how")),
    make("p", {}, make("code", {}, "secondlook home")),
    make("p", { class: "soft" }, say("closed_why")),
  );
}

function away() {
  // Without the words file there is one sentence of the shell's own.
  if (say("away_title") === "away_title") return main.replaceChildren(make("p", {}, main.dataset.away ?? ""));
  main.replaceChildren(
    make("h1", {}, sign("crossed"), say("away_title")),
    make("p", { class: "lead" }, say("away_lead")),
    make("p", {}, make("button", { type: "button", onclick: () => void draw() }, say("away_again"))),
  );
}

async function open() {
  try {
    await loadWords();
    drawLanguages();
    const why = await signIn();
    if (why !== "") return closed(why);
    if (location.hash === "" && (await ask("GET", "orientation")).done === undefined) {
      history.replaceState(null, "", `${location.search}#orientation`);
    }
    await draw();
  } catch (error) {
    if (error instanceof SignedOut) closed("signed_out");
    else away();
  }
}

addEventListener("hashchange", () => {
  hush();
  // A fresh link opened in this very tab changes the fragment alone.
  if (location.hash.startsWith("#code=")) void open();
  else void draw();
});
document.querySelector(".skip")?.addEventListener("click", (click) => {
  click.preventDefault(); // its address would be taken for a section's
  main.focus();
});
addEventListener("second-look-signed-out", () => closed("signed_out"));
addEventListener("second-look-away", () => away());
void open();

// Says in one line what has just happened, or why not: seen at the foot of the page and heard by a screen reader.
import { make } from "./dom.js";
import { Away, Refused, SignedOut } from "./session.js";
import { say } from "./words.js";

const SECONDS = 8;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;

/**
 * Say that something is done.
 * @param {string} sentence
 */
export function tell(sentence) {
  show(sentence, "");
}

/** Take away what was said, when the page goes on to something else. */
export function hush() {
  clearTimeout(fading);
  document.querySelector(".notice")?.replaceChildren();
}

/**
 * Say why something could not be done. Being signed out changes the whole page, so that is left to whoever draws it.
 * @param {unknown} error
 */
export function tellWhy(error) {
  if (error instanceof SignedOut) dispatchEvent(new Event("second-look-signed-out"));
  else show(reason(error), "trouble");
}

/** @param {unknown} error */
function reason(error) {
  if (error instanceof Away) return say("error_away");
  if (!(error instanceof Refused)) return say("error_other");
  const keys = [`error_${error.code}_${error.field}`, `error_${error.code}`];
  const known = keys.find((key) => say(key) !== key);
  return say(known ?? "error_other");
}

/** @param {string} sentence @param {string} kind */
function show(sentence, kind) {
  const place = document.querySelector(".notice");
  clearTimeout(fading);
  place?.replaceChildren(make("p", { class: kind }, sentence));
  fading = setTimeout(() => place?.replaceChildren(), SECONDS * 1000);
}

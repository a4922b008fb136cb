// The page's sentences in the chosen language, and dates and times as people write them there. Used by every section.

const LOCALES = /** @type {Record<string, string>} */ ({ en: "en-US", es: "es-US", pt: "pt-BR" });

/** @type {Record<string, string>} */
let words = {};

export const language = LOCALES[document.documentElement.lang] ? document.documentElement.lang : "en";
const locale = /** @type {string} */ (LOCALES[language]);

/** Fetch the words; the page says nothing before. */
export async function loadWords() {
  words = await (await fetch(`/home/words-${language}.json`)).json();
  document.documentElement.lang = language === "pt" ? "pt-BR" : language;
}

/**
 * A sentence, with {names} filled in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  const sentence = words[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * A sentence about a number: `key_one` for one, `key_many` else.
 * @param {string} key
 * @param {number} n
 */
export function count(key, n) {
  return say(n === 1 ? `${key}_one` : `${key}_many`, { n });
}

/**
 * An ISO date as a person writes it.
 * @param {string} iso
 * @param {boolean} [weekday]
 */
export function day(iso, weekday = false) {
  const [year, month, date] = iso.split("-").map(Number);
  const format = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "long",
    day: "numeric",
    ...(weekday ? { weekday: "long" } : {}),
  });
  return format.format(new Date(year ?? 0, (month ?? 1) - 1, date ?? 1));
}

/**
 * "07:30-14:30" as a person writes it.
 * @param {string} span
 */
export function span(span) {
  const format = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
  const [from, to] = span.split("-").map((clock) => {
    const [hour, minute] = clock.split(":").map(Number);
    return format.format(new Date(2026, 0, 5, hour, minute));
  });
  return `${from} – ${to}`;
}

/** The names of the days, Monday first. */
export function weekdays() {
  const format = new Intl.DateTimeFormat(locale, { weekday: "long" });
  return Array.from({ length: 7 }, (_, number) => format.format(new Date(2026, 0, 5 + number)));
}

/** Today, in the laptop's own day, as an ISO date. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

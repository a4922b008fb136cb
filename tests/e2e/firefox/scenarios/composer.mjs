// Where the scenarios of this folder begin: addresses of the fixture sites, their controls, and a draft that is held.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { waitFor } from "../tab.mjs";

export const NAME = "Emma Rodrigues";
export const DRAFT = `So proud of ${NAME} today`;
export const MENDED = "So proud of one of my students today";
export const FEED = "https://www.facebook.com/";
export const PROMPT = "[role=button]::-p-text(What’s on your mind)";
export const COMPOSER = "[role=dialog] [role=textbox]";
export const POST = "[role=dialog] [role=button][aria-label=Post]";
export const COMMENTS = `${FEED}?post=dialog`;
export const COMMENT = "[role=dialog] form[role=presentation] [role=textbox]";
export const INSTAGRAM = "https://www.instagram.com/p/Cx1/";
export const TEXTAREA = "form.comment-form textarea";
export const REWRITE = "Change to “one of my students”";

const LOCALES = new URL("../../../../extension/_locales/", import.meta.url);
const spoken = Object.fromEntries(
  ["en", "es", "pt_BR"].map((lang) => [lang, JSON.parse(readFileSync(new URL(`${lang}/messages.json`, LOCALES), "utf8"))]),
);

/** The sentence behind a key of the extension, in English unless said otherwise. */
export const sentence = (key, lang = "en") => spoken[lang][key].message;

export const texts = (posted) => posted.map(({ text }) => text);

/** The feed with the "Create post" dialog open and the cursor in it; `query` makes another feed of it. */
export const composer = (tab, query = "") => tab.open(`${FEED}${query}`, PROMPT, COMPOSER);

export const post = (tab) => tab.page.locator(POST).click();

/** The same by a script: a long draft pushes the button out of the window. */
export const postByScript = (tab) => tab.page.$eval(POST, (button) => button.click());

/** A draft with a name in it, underlined. */
export async function named(tab, query = "") {
  await composer(tab, query);
  await tab.type(DRAFT);
  await tab.sees(NAME);
}

/** Nothing has gone out, and the sheet asks. */
export async function asked(tab) {
  await tab.button("Post anyway");
  assert.deepEqual(await tab.posted(), []);
}

/** The draft with the name, its submit held. */
export async function heldDraft(tab, query = "") {
  await named(tab, query);
  await post(tab);
  await tab.says("student");
  await asked(tab);
}

/** Presses "Post anyway" until the post goes out: a press just when something has come over the sheet does not count. */
export async function anyway(tab) {
  await waitFor(async () => {
    const place = await tab.find("Post anyway");
    if (place) await tab.page.mouse.click(place.x, place.y);
    return (await tab.posted()).length > 0;
  }, "the post going out");
  return texts(await tab.posted());
}

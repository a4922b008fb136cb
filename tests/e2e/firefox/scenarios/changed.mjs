// A site that has changed under us: nothing known, two boxes that match, an empty one in front, a label file that heals it.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { asked, COMMENT, COMMENTS, COMPOSER, composer, DRAFT, FEED, NAME, named, post } from "./composer.mjs";

const UNKNOWN = "Second Look doesn't recognise this box, so it isn't checked";
const RENAMED = `${FEED}?renamed=yes`;
const NEW_PROMPT = "[role=button]::-p-text(Share your day, Dana)";
const HEALED = { "labels/post_prompt/en": "Share your day" };
const SLIP = "Part of your school's newer description of a site can't be used (facebook: banner, facebook: dialog).";

const questionMark = (tab) => waitFor(async () => (await tab.pill()) === UNKNOWN, "the question mark");
const becomes = (tab, around, state) =>
  waitFor(async () => (await around.coverage(tab.page.url())) === state, `the tab known as ${state}`);

/** The composer with a prompt and a dialog's name that no label file knows. */
async function renamed(tab) {
  await tab.open(RENAMED, NEW_PROMPT, COMPOSER);
  await tab.type(DRAFT);
}

/** Puts a copy of the box in front of it, empty or with words, as a site may draw it. */
const twin = (tab, words) =>
  tab.page.$eval(
    COMPOSER,
    (box, text) => {
      const copy = box.cloneNode(text !== "");
      copy.removeAttribute("data-lexical-editor");
      if (text) copy.textContent = text;
      box.closest("[role=dialog]").prepend(copy);
    },
    words,
  );

const forgetLabels = (around) => around.inExtension(() => chrome.storage.local.remove("site-labels"));

/** The school's folder has this change of Facebook's file; afterwards the extension forgets what it was served. */
async function serve(around, change) {
  await forgetLabels(around);
  around.after(() => forgetLabels(around));
  await around.world("serve_facebook", change);
}

export const changed = {
  async boxes_for_nobody_to_read(tab, around) {
    await tab.open(`${FEED}?asides=yes`);
    await tab.page.waitForSelector("textarea");
    const boxes = await tab.page.$$("[aria-label='Search Messenger'], textarea");
    assert.equal(boxes.length, 6);
    for (const box of boxes.slice(0, 5)) {
      await box.click();
      await tab.type("Emma");
      assert.equal(await tab.pill(), "");
    }
    assert.notEqual(await around.coverage(tab.page.url()), "not_recognised");
    await boxes[5].click();
    await questionMark(tab);
    await becomes(tab, around, "not_recognised");
  },

  async unknown_box_held_at_a_known_button(tab, around) {
    await renamed(tab);
    await questionMark(tab);
    await becomes(tab, around, "not_recognised");
    await post(tab);
    await asked(tab);
    assert.equal(await tab.value(COMPOSER), DRAFT);
  },

  /** Somebody who is logged in opens a feed whose prompt nobody knows. */
  async canary(tab, around) {
    await around.cookies("www.facebook.com", { c_user: "1" });
    await tab.open(RENAMED);
    await becomes(tab, around, "changed");
  },

  async healed_by_a_label_file(tab, around) {
    await forgetLabels(around);
    await renamed(tab);
    await questionMark(tab);
    assert.deepEqual(await tab.underlined(), []);
    await serve(around, HEALED);
    await waitFor(async () => {
      // The page asks for newer labels, not too often, when its box gets another key.
      await tab.press("End");
      await tab.type("!");
      return String(await tab.underlined()) === NAME;
    }, "the name underlined under its new label");
    await post(tab);
    await asked(tab);
    await becomes(tab, around, "protected");
  },

  async slip_in_a_site_file(tab, around) {
    await serve(around, { "anchors/dialog": "[role=", "anchors/banner": ":::banner" });
    await renamed(tab);
    const popup = await around.ownPage("popup.html");
    await waitFor(async () => {
      await tab.type("!");
      return (await around.wordsOf(popup)).includes(SLIP);
    }, "the slip in the pop-up");
    const options = await around.ownPage("options.html");
    const told = "Descriptions of the sites (worth a look)";
    await waitFor(async () => (await around.wordsOf(options)).includes(told), "the slip in the self-test");
    await composer(tab);
    await tab.type(DRAFT);
    await post(tab);
    await asked(tab);
  },

  async two_boxes_that_match(tab) {
    await composer(tab);
    await tab.type("Bake sale on Saturday");
    await twin(tab, DRAFT);
    await post(tab);
    await asked(tab);
  },

  async empty_box_in_front(tab) {
    await named(tab);
    await twin(tab, "");
    await post(tab);
    await asked(tab);
  },

  async empty_comment_box(tab) {
    await tab.open(COMMENTS, COMMENT);
    await tab.press("Enter");
    await tab.insert("What a game!");
    await tab.quiet(); // whatever Enter might have begun is over
    assert.equal(await tab.held(), false);
    assert.deepEqual(await tab.posted(), []);
  },

  async pop_up_says_which_boxes(tab, around) {
    await tab.open(COMMENTS, COMMENT);
    await tab.insert("What a game!");
    await tab.quiet();
    await around.popUpSays("Comments: checked");
  },
};

// Everything that can happen while somebody writes: emoji, paste, drop, undo, input methods, drafts that come back.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { asked, COMMENT, COMMENTS, COMPOSER, composer, FEED, INSTAGRAM, NAME, named, post, TEXTAREA, texts } from "./composer.mjs";

/**
 * An input method of the browser itself composes these words and ends with Enter, as one of the system would: Firefox's own
 * text-input processor, in its parent process, where WebDriver has no command for it.
 */
const compose = (around, words) =>
  around.inBrowser((text) => {
    const method = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
    if (!method.beginInputTransactionForTests(window, () => true)) throw new Error("no input method");
    method.setPendingCompositionString(text);
    method.appendClauseToPendingComposition(text.length, method.ATTR_RAW_CLAUSE);
    method.setCaretInPendingComposition(text.length);
    if (!method.flushPendingComposition()) throw new Error("no composition");
    method.commitComposition(new KeyboardEvent("", { key: "Enter", code: "Enter", keyCode: 13 }));
  }, words);

/** An input method's Enter chooses a candidate; it sends and opens nothing. */
async function composes(tab, around, words) {
  await tab.open(COMMENTS, COMMENT);
  await tab.type(`Go ${NAME} `);
  await tab.sees(NAME);
  await tab.page.evaluate((box) => {
    window.__composed = [];
    const listen = (type) => document.querySelector(box).addEventListener(type, (event) => __composed.push(event.type + event.isTrusted));
    for (const type of ["compositionstart", "compositionend"]) listen(type);
  }, COMMENT);
  await compose(around, words);
  const whole = `Go ${NAME} ${words}`;
  await waitFor(async () => (await tab.value(COMMENT)) === whole, "the composed words");
  assert.deepEqual(await tab.page.evaluate(() => __composed), ["compositionstarttrue", "compositionendtrue"]);
  await tab.sees(NAME);
  assert.deepEqual([await tab.posted(), await tab.held()], [[], false]);
}

export const typing = {
  input_method_japanese: (tab, around) => composes(tab, around, "になる"),
  input_method_accents: (tab, around) => composes(tab, around, "São João"),

  /** From the browser's clipboard, by Ctrl+V. */
  async pasted(tab, around) {
    await composer(tab);
    await tab.type("Well done. ");
    await around.inBrowser((text) => {
      Cc["@mozilla.org/widget/clipboardhelper;1"].getService(Ci.nsIClipboardHelper).copyString(text);
    }, `Look at ${NAME} go`);
    await tab.withControl("KeyV");
    await tab.sees(NAME);
    assert.equal(await tab.value(COMPOSER), `Well done. Look at ${NAME} go`);
    await post(tab);
    await asked(tab);
  },

  async typed_on_after_the_underline(tab) {
    await named(tab);
    await tab.type(", what a race");
    await tab.sees(NAME);
    assert.equal(await tab.value(COMPOSER), `So proud of ${NAME} today, what a race`);
  },

  async shift_enter_breaks_the_line(tab) {
    await tab.open(COMMENTS, COMMENT);
    await tab.type(`Go ${NAME}`);
    await tab.sees(NAME);
    await tab.withKeys(["Shift"], "Enter");
    await tab.type("again");
    assert.deepEqual([await tab.posted(), await tab.held()], [[], false]);
    assert.equal(await tab.value(COMMENT), `Go ${NAME}\nagain`);
  },

  async mention_picked_by_enter(tab) {
    await tab.open(COMMENTS, COMMENT);
    await tab.type(`Go ${NAME} and @no`);
    await tab.sees(NAME);
    await tab.page.waitForSelector("[role=listbox]");
    await tab.press("Enter");
    await waitFor(async () => (await tab.value(COMMENT)) === `Go ${NAME} and Nora Pike`, "the name that was picked");
    await tab.sees(NAME);
    assert.deepEqual([await tab.posted(), await tab.held()], [[], false]);
  },

  async emoji_span(tab) {
    await composer(tab);
    await tab.type("Well done 🎉👩‍🏫");
    await tab.press("Enter");
    await tab.type(`and ${NAME}!`);
    await tab.sees(NAME);
  },

  /** Lexical takes a paste and an undo for itself and tells nobody by an input event. */
  async undone_and_back(tab) {
    await composer(tab);
    await tab.type(`Go ${NAME}`);
    await tab.sees(NAME);
    await tab.selectAll();
    await tab.press("Delete");
    await tab.sees();
    await tab.withControl("KeyZ");
    await tab.sees(NAME);
  },

  async draft_restored(tab) {
    await tab.open(`${FEED}?draft=${encodeURIComponent(`Yesterday and ${NAME}`)}`);
    await tab.sees(NAME);
    await post(tab);
    await tab.says("student");
    assert.deepEqual(await tab.posted(), []);
  },

  async comment_enter(tab) {
    await tab.open(COMMENTS, COMMENT);
    await tab.type(`Go ${NAME}`);
    await tab.sees(NAME);
    await tab.press("Enter");
    await tab.says("student");
    assert.deepEqual(await tab.posted(), []);
    await tab.click("Comment anyway");
    assert.deepEqual(texts(await tab.sent()), [`Go ${NAME}`]);
  },

  async instagram_textarea(tab) {
    await tab.open(INSTAGRAM, TEXTAREA);
    await tab.type(`Go ${NAME} go`);
    await tab.sees(NAME);
    await tab.press("Enter");
    await tab.says("student");
    assert.deepEqual(await tab.posted(), []);
    await tab.click("Comment anyway");
    assert.deepEqual(texts(await tab.sent()), [`Go ${NAME} go`]);
  },
};

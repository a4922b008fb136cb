// Everything that can happen while somebody writes: emoji, paste, drop, undo, input methods, drafts that come back.
import assert from "node:assert/strict";
import { COMMENT, COMMENTS, FEED, INSTAGRAM, NAME, TEXTAREA, composer, post, texts } from "./composer.mjs";

export const typing = {
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

// A post with a name in it is held and the person decides; a clean one is never touched.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { asked, COMPOSER, composer, DRAFT, heldDraft, NAME, named, POST, post, texts } from "./composer.mjs";

export const posting = {
  async name_underlined(tab) {
    await composer(tab);
    await tab.type(DRAFT);
    await tab.sees(NAME);
    const inside = await tab.page.$eval(COMPOSER, (box) => box.querySelectorAll(":not(p, span, br)").length);
    assert.equal(inside, 0, "something was put into the editor");
  },

  post_held: (tab) => heldDraft(tab),

  async edited_goes_out_once(tab) {
    await heldDraft(tab);
    await tab.click("Edit post");
    await tab.selectAll();
    await tab.type("So proud of my class today");
    await tab.sees();
    await post(tab);
    assert.deepEqual(texts(await tab.sent()), ["So proud of my class today"]);
    await tab.page.waitForSelector(COMPOSER, { hidden: true });
    assert.equal((await tab.posted()).length, 1);
  },

  async anyway_once(tab) {
    await heldDraft(tab);
    await tab.click("Post anyway");
    assert.deepEqual(texts(await tab.sent()), [DRAFT]);
    await tab.page.waitForSelector(COMPOSER, { hidden: true });
    assert.equal((await tab.posted()).length, 1);
    assert.equal(await tab.held(), false);
  },

  async clean_untouched(tab) {
    await composer(tab);
    await tab.insert("Bake sale on Saturday in the gym");
    await tab.quiet();
    assert.deepEqual(await tab.underlined(), []);
    await post(tab);
    const [sent, ...more] = await tab.sent();
    assert.deepEqual([sent.text, sent.isTrusted, more], ["Bake sale on Saturday in the gym", true, []]);
    assert.deepEqual(await tab.page.evaluate(() => window.__violations), []);
  },

  async enter_on_the_post_button(tab) {
    await named(tab);
    await tab.page.focus(POST);
    await tab.press("Enter");
    await asked(tab);
  },

  /** A click that comes before any verdict is held, checked and then sent by itself. */
  async sent_before_the_verdict(tab) {
    await composer(tab);
    await tab.insert("Bake sale on Saturday in the gym");
    await post(tab);
    assert.deepEqual(texts(await tab.sent()), ["Bake sale on Saturday in the gym"]);
    assert.equal(await tab.held(), false);
  },

  async site_that_ignores_replays(tab) {
    await heldDraft(tab, "?obeys=trusted");
    await tab.click("Post anyway");
    await tab.says("Press the button again");
    assert.deepEqual(await tab.posted(), []);
    await post(tab);
    assert.deepEqual((await tab.sent()).map(({ text, isTrusted }) => [text, isTrusted]), [[DRAFT, true]]);
  },
};

// The card beside the words: what it says, its rewrite and the undo, "Not a student".
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { COMPOSER, composer, DRAFT, INSTAGRAM, MENDED, NAME, named, post, REWRITE, TEXTAREA, texts } from "./composer.mjs";

const OTHER = "Liam O'Malley";

export const card = {
  async says_what_and_why(tab) {
    await named(tab);
    await tab.openCard(NAME);
    await tab.says("student");
    const why = await tab.button("Why?");
    await tab.page.mouse.click(why.x, why.y);
    await tab.says("IHB");
  },

  async rewritten_by_one_click(tab) {
    await named(tab);
    const pill = await tab.button("Second Look: 1 to look at");
    await tab.page.mouse.click(pill.x, pill.y);
    await tab.click(REWRITE);
    await tab.sees();
    await waitFor(async () => (await tab.value(COMPOSER)) === MENDED, "the rewrite in the box");
    await tab.withControl("KeyZ");
    await waitFor(async () => (await tab.value(COMPOSER)) === DRAFT, "the words back after undo");
    assert.deepEqual(await tab.posted(), []);
  },

  async rewritten_in_a_textarea(tab) {
    await tab.open(INSTAGRAM, TEXTAREA);
    await tab.type(`Go ${NAME} go`);
    await tab.sees(NAME);
    await tab.openCard(NAME);
    await tab.click(REWRITE);
    await tab.sees();
    await tab.quiet();
    await tab.page.focus(TEXTAREA);
    await tab.press("Enter");
    assert.deepEqual(texts(await tab.sent()), ["Go one of my students go"]);
  },

  async not_a_student(tab) {
    await composer(tab);
    await tab.type(`Thanks to ${OTHER} and all`);
    await tab.sees(OTHER);
    await tab.openCard(OTHER);
    await tab.click("Not a student");
    await tab.sees();
    await post(tab);
    assert.equal((await tab.sent()).length, 1);
    await composer(tab);
    await tab.type(`${OTHER} once more, and ${NAME}`);
    await tab.sees(NAME);
  },
};

// Words dragged by the person's own mouse, into a box and out of it. Only a Firefox with a window on a screen can be dragged in:
// the world moves the screen's pointer, and each step waits until the page has seen the one before. Played by test_on_a_screen.py.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { asked, COMPOSER, composer, NAME, named, post, texts } from "./composer.mjs";

const HEARD = ["mousedown", "dragstart", "dragover", "drop"];

/** Selects these words of an element and gives the middle of them on the screen. */
function select(selector, words) {
  const walk = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  while (walk.nextNode() && !walk.currentNode.data.includes(words));
  const start = walk.currentNode.data.indexOf(words);
  const range = document.createRange();
  range.setStart(walk.currentNode, start);
  range.setEnd(walk.currentNode, start + words.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const { x, y, width, height } = range.getBoundingClientRect();
  return [mozInnerScreenX + x + width / 2, mozInnerScreenY + y + height / 2].map(Math.round);
}

/** The middle of an element on the screen. */
function middle(selector) {
  const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
  return [mozInnerScreenX + x + width / 2, mozInnerScreenY + y + height / 2].map(Math.round);
}

/** Takes these words of `from` to the middle of `to` and lets go of them there. */
async function drag(tab, around, words, from, to) {
  await tab.page.evaluate((kinds, target) => {
    window.__heard = [];
    for (const kind of kinds)
      addEventListener(kind, (event) => {
        if (kind !== "dragover" || event.target.closest?.(target)) window.__heard.push(kind);
      }, true);
  }, HEARD, to);
  const heard = (kind) => tab.page.evaluate((one) => window.__heard.includes(one), kind);
  const start = await tab.page.evaluate(select, from, words);
  const end = await tab.page.evaluate(middle, to);
  await around.world("pointer_to", ...start);
  await around.world("pointer_down");
  await waitFor(() => heard("mousedown"), "the mouse going down");
  for (const [kind, [x, y]] of [["dragstart", start], ["dragover", end]]) {
    let step = 0;
    await waitFor(async () => {
      step = (step + 1) % 12; // a hand that moves on
      await around.world("pointer_to", x + step, y);
      return heard(kind);
    }, `${kind} on the page`);
  }
  await around.world("pointer_up");
  await waitFor(() => heard("drop"), "the words let go of");
}

/** Something of the page's own in the dialog, beside the box. */
const put = (tab, tag, facts) =>
  tab.page.$eval(
    COMPOSER,
    (box, name, given) => box.closest("[role=dialog]").prepend(Object.assign(document.createElement(name), given)),
    tag,
    facts,
  );

export const dragging = {
  async dragged_into_the_box(tab, around) {
    await composer(tab);
    await tab.type("Look: ");
    await put(tab, "p", { id: "said", textContent: NAME });
    await drag(tab, around, NAME, "#said", COMPOSER);
    await tab.sees(NAME);
    assert.ok((await tab.value(COMPOSER)).includes(NAME));
    await post(tab);
    await asked(tab);
  },

  /** What is left in the box is clean, and goes out as it stands. */
  async dragged_out_of_the_box(tab, around) {
    await named(tab);
    await put(tab, "input", { id: "note" });
    await drag(tab, around, NAME, COMPOSER, "#note");
    await waitFor(async () => (await tab.value("#note")) === NAME, "the words where they were let go of");
    await tab.sees();
    const rest = await tab.value(COMPOSER);
    assert.equal(rest.replace(/\s+/gu, " "), "So proud of today");
    await tab.quiet();
    await post(tab);
    assert.deepEqual(texts(await tab.sent()), [rest]);
  },
};

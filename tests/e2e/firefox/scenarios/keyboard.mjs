// The warning by keyboard and screen reader: focus goes in and comes back, words are announced, no mouse is needed.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { asked, COMPOSER, DRAFT, heldDraft, MENDED, NAME, named, POST, REWRITE, texts } from "./composer.mjs";

const HOST = "second-look-warnings";
const SAID = `function () { return this.querySelector("[role=status]").textContent; }`;
const NAMES = `function () {
  const dialog = this.querySelector("dialog[open]");
  const said = (attribute) =>
    (dialog.getAttribute(attribute) ?? "").split(" ").map((id) => this.getElementById(id)?.textContent ?? "").join(" ");
  return [dialog.getAttribute("aria-label") ?? said("aria-labelledby"), said("aria-describedby"), dialog.matches(":modal")];
}`;

async function openByKeyboard(tab) {
  await tab.withKeys(["Alt", "Shift"], "Period");
  await tab.button("Not a student");
}

/** The focus is in the words again: the next key goes on there. */
async function goesOn(tab) {
  await tab.saysNoMore("Post anyway");
  assert.ok(await tab.page.evaluate((box) => document.activeElement.matches(box), COMPOSER));
  await tab.type("!");
  await waitFor(async () => (await tab.value(COMPOSER)) === `${DRAFT}!`, "the key in the box");
  assert.deepEqual(await tab.posted(), []);
}

export const keyboard = {
  async heard_by_a_screen_reader(tab) {
    await named(tab);
    const said = () => tab.inRoot(SAID, null);
    await waitFor(async () => (await said())?.includes("Alt+Shift+period"), "the announcement");
    await tab.selectAll();
    await tab.type("So proud of my class");
    await waitFor(async () => (await said()) === "", "silence");
  },

  async named_described_and_focused(tab) {
    await heldDraft(tab);
    assert.equal(await tab.focused(), "Edit post");
    const [name, description, modal] = await tab.inRoot(NAMES, []);
    assert.equal(name, "A second look before it goes out");
    assert.ok(description.includes("student") && modal);
    for (let key = 0; key < 8; key += 1) {
      await tab.press("Tab");
      const where = await tab.page.evaluate(() => document.activeElement.localName);
      assert.ok([HOST, "body"].includes(where), `Tab led to ${where}`);
    }
  },

  async focus_back_after_escape(tab) {
    await heldDraft(tab);
    await tab.press("Escape");
    await goesOn(tab);
  },

  async focus_back_after_edit(tab) {
    await heldDraft(tab);
    await tab.press("Enter"); // "Edit post" has the focus
    await goesOn(tab);
  },

  async card_by_keyboard(tab) {
    await named(tab);
    await openByKeyboard(tab);
    await tab.press("Escape");
    await tab.saysNoMore("Not a student");
    await tab.type("!");
    await tab.sees(NAME);
    assert.equal(await tab.value(COMPOSER), `${DRAFT}!`);
  },

  async all_without_a_mouse(tab) {
    await named(tab);
    await openByKeyboard(tab);
    assert.equal(await tab.focused(), REWRITE);
    await tab.press("Enter");
    await tab.sees();
    assert.equal(await tab.value(COMPOSER), MENDED);
    await tab.withControl("KeyZ");
    await tab.sees(NAME);
    await tab.page.focus(POST);
    await tab.press("Enter");
    await asked(tab);
    for (let key = 0; key < 6 && (await tab.focused()) !== "Post anyway"; key += 1) await tab.press("Tab");
    await tab.press("Enter");
    assert.deepEqual(texts(await tab.sent()), [DRAFT]);
  },

  async same_sheet_again(tab) {
    await named(tab);
    for (let round = 0; round < 2; round += 1) {
      await tab.page.locator(POST).click();
      await asked(tab);
      await tab.press("Escape");
      await tab.saysNoMore("Post anyway");
    }
    assert.deepEqual(await tab.posted(), []);
  },
};

// The card beside the words: its rewrite, its undo, its answers, by mouse and by keyboard.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { COMPOSER, DRAFT, NAME, composer } from "./composer.mjs";

export const card = {
  async rewritten_by_one_click(tab) {
    await composer(tab);
    await tab.type(DRAFT);
    await tab.sees(NAME);
    const pill = await tab.button("Second Look: 1 to look at");
    await tab.page.mouse.click(pill.x, pill.y);
    await tab.click("Change to “one of my students”");
    await tab.sees();
    const words = () => tab.page.$eval(COMPOSER, (box) => box.innerText.trim());
    await waitFor(async () => (await words()) === "So proud of one of my students today", "the rewrite in the box");
    await tab.withControl("KeyZ");
    await waitFor(async () => (await words()) === DRAFT, "the words back after undo");
  },
};

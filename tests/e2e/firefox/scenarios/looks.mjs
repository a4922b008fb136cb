// How the warning lies in the window: narrow, zoomed to twice its size, dark, without motion; and what axe-core finds on it.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { COMPOSER, heldDraft, INSTAGRAM, NAME, composer, TEXTAREA } from "./composer.mjs";

const BOXES = `function () { return [...this.querySelectorAll(".box")].map((box) => box.getBoundingClientRect().toJSON()); }`;
const THEME = `function () { return this.querySelector(".layer").dataset.theme; }`;
const MOTION = `function () { return getComputedStyle(this.querySelector(".box")).animationName; }`;
const HEIGHT = 560;
const BOTH = { composer: [composer, COMPOSER], instagram: [(tab) => tab.open(INSTAGRAM, TEXTAREA), TEXTAREA] };

const within = (box, width, height) =>
  assert.ok(box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height, JSON.stringify({ box, width }));

/** Card and sheet lie within the window, and the card does not cover the words. */
async function fits(tab, open) {
  await open(tab);
  await tab.type(`Go ${NAME}`);
  await tab.sees(NAME);
  await tab.openCard(NAME);
  const words = await tab.place(NAME);
  const [width, height] = await tab.page.evaluate(() => [innerWidth, innerHeight]);
  const card = (await tab.inRoot(BOXES, [])).at(-1);
  within(card, width, height);
  const apart = card.top >= words.y + words.height - 2 || card.bottom <= words.y + 2;
  assert.ok(apart || card.left >= words.x + words.width - 2 || card.right <= words.x + 2, "the card covers the words");
  await tab.press("Escape");
  await tab.withControl("Enter");
  await waitFor(() => tab.held(), "a sheet");
  for (const box of await tab.inRoot(BOXES, [])) within(box, width, height);
  return width;
}

const narrow = Object.entries(BOTH).flatMap(([name, [open]]) =>
  [320, 1000].map((width) => [
    `${name}_fits_${width}`,
    async (tab, around) => {
      await around.pref("ui.prefersReducedMotion", 1);
      await tab.page.setViewport({ width, height: HEIGHT });
      assert.equal(await fits(tab, open), width);
    },
  ]),
);

const dark = ["light", "dark"].flatMap((theme) =>
  ["light", "dark"].map((system) => [
    `sheet_${theme}_on_a_${system}_system`,
    async (tab, around) => {
      await around.pref("ui.systemUsesDarkTheme", Number(system === "dark"));
      await heldDraft(tab, `?theme=${theme}`);
      assert.equal(await tab.page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches), system === "dark");
      assert.equal(await tab.inRoot(THEME, ""), theme);
    },
  ]),
);

const motion = Object.entries({ unwanted: [1, "none"], welcome: [0, "come"] }).map(([name, [pref, animation]]) => [
  `motion_${name}`,
  async (tab, around) => {
    await around.pref("ui.prefersReducedMotion", pref);
    await heldDraft(tab);
    assert.equal(await tab.inRoot(MOTION, ""), animation);
  },
]);

export const looks = {
  ...Object.fromEntries([...narrow, ...dark, ...motion]),

  /** The person's own few colours, on every page: the dot, the main button and the underline over a textarea stay to be seen. */
  async system_colours(tab, around) {
    await around.pref("browser.display.document_color_use", 2);
    const colours = (selector) =>
      tab.inRoot(`function () { const style = getComputedStyle(this.querySelector("${selector}")); return [style.color, style.backgroundColor]; }`, null);
    await composer(tab);
    assert.equal(await tab.page.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
    await tab.insert("Bake sale on Saturday");
    await tab.quiet();
    const canvas = await tab.page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("div"));
      probe.style.backgroundColor = "Canvas";
      return getComputedStyle(probe).backgroundColor;
    });
    assert.notEqual((await colours(".pill .dot"))[1], canvas);
    await heldDraft(tab);
    const [text, ground] = await colours("button.main");
    assert.ok(ground !== text && ground !== (await colours(".sheet"))[1]);
    await tab.open(INSTAGRAM, TEXTAREA);
    await tab.type(`Go ${NAME}`);
    await tab.sees(NAME);
    assert.equal((await colours(".mirror mark"))[0], "rgba(0, 0, 0, 0)");
  },

  /** The browser's own zoom, as by Ctrl and +. */
  async zoomed_to_twice_its_size(tab, around) {
    await around.pref("ui.prefersReducedMotion", 1);
    await tab.page.setViewport({ width: 640, height: 2 * HEIGHT });
    const zoomed = async () => {
      await composer(tab);
      await around.zoom(2);
      await waitFor(async () => (await tab.page.evaluate(() => innerWidth)) === 320, "the window zoomed");
    };
    await fits(tab, zoomed);
  },

  async clause_keeps_the_buttons_in_the_window(tab) {
    await tab.page.setViewport({ width: 700, height: HEIGHT });
    await tab.open(
      "https://www.facebook.com/emma.r?name=Emma+Rodrigues",
      "[role=button][aria-label='Add Friend Emma Rodrigues']:not([aria-hidden])",
    );
    const opener = await tab.button("Why?");
    await tab.page.mouse.click(opener.x, opener.y);
    await tab.says("IHB");
    // Unfolded, it is put in its place with the next frame.
    await waitFor(async () => (await tab.sheet()).bottom <= HEIGHT, "the whole sheet in the window");
    within(await tab.sheet(), 700, HEIGHT);
    await tab.button("Add anyway");
  },
};

// axe-core finds nothing on what we show: underline and pill, card, sheet, pop-up and options; both themes.
// The shipped build is looked at: BiDi hands our closed root to the driver, which shows it to axe alone, on this page alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { waitFor } from "../tab.mjs";
import { NAME, named, post } from "./composer.mjs";

const SOURCE = readFileSync(new URL("../../../../extension/node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const SHOW_ROOT = `function () { Object.defineProperty(this.host, "shadowRoot", { value: this, configurable: true }); return true; }`;

async function run(selector) {
  const found = await axe.run(selector ? document.querySelector(selector) : document, { resultTypes: ["violations", "incomplete"] });
  const brief = (results) => results.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat()).join(" | ")}`);
  return { violations: brief(found.violations), passes: found.passes.length, incomplete: brief(found.incomplete) };
}

/** No violation, some rules run, and nothing undecided but the contrast of what floats over a page. */
function clean({ violations, passes, incomplete }, floating) {
  assert.deepEqual(violations, []);
  assert.ok(passes >= 4, "axe ran next to nothing, so its silence proves nothing");
  // A sign of one letter is too short for axe, and it is hidden from screen readers; the words beside it say the same.
  const undecided = incomplete.filter((entry) => !(floating && entry.startsWith("color-contrast")));
  const places = undecided.flatMap((entry) => entry.slice(entry.indexOf(": ") + 2).split(" | "));
  assert.deepEqual(places.filter((place) => !place.includes(".sign")), []);
}

async function look(tab) {
  assert.ok(await tab.inRoot(SHOW_ROOT, false), "our root");
  clean(await tab.page.evaluate(run, "second-look-warnings"), true);
}

const DARK = { light: 0, dark: 1 };
const onThePage = Object.keys(DARK).map((theme) => [
  `axe_on_the_warning_${theme}`,
  async (tab, around) => {
    await around.pref("ui.prefersReducedMotion", 1);
    await named(tab, `?theme=${theme}`);
    await tab.page.evaluate(`${SOURCE}; void 0`);
    await look(tab);
    await tab.openCard(NAME);
    const why = await tab.button("Why?");
    await tab.page.mouse.click(why.x, why.y);
    await tab.says("IHB");
    await look(tab);
    await tab.press("Escape");
    await post(tab);
    await waitFor(() => tab.held(), "a sheet");
    await look(tab);
  },
]);

const ownPages = Object.entries(DARK).flatMap(([theme, dark]) =>
  ["popup", "options"].map((name) => [
    `axe_on_the_${name}_${theme}`,
    async (_tab, around) => {
      await around.pref("ui.systemUsesDarkTheme", dark);
      const page = await around.ownPage(`${name}.html`);
      const filled = () => {
        const said = (selector) => Boolean(document.querySelector(selector)?.textContent);
        return said("#agent, #test li:last-child") && said("#tab, #test[aria-busy=false]");
      };
      await waitFor(() => around.inPage(page, filled), "the page filled in");
      await around.inPage(page, `() => { ${SOURCE}; }`);
      clean(await around.inPage(page, run, null), false);
    },
  ]),
);

export const axe = Object.fromEntries([...onThePage, ...ownPages]);

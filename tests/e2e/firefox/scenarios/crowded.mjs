// Pages that are large or restless: many editors, a thousand changes a second, very long posts.
import assert from "node:assert/strict";
import { anyway, asked, COMPOSER, composer, DRAFT, NAME, post, postByScript } from "./composer.mjs";

const LINE = "The bake sale raised enough for new music stands. ";

function addEditors(count) {
  const main = document.querySelector("[role=main]");
  for (let at = 0; at < count; at += 1) {
    const form = main.appendChild(document.createElement("form"));
    form.setAttribute("role", "presentation");
    const box = form.appendChild(document.createElement("div"));
    box.contentEditable = "true";
    box.setAttribute("role", "textbox");
    box.setAttribute("aria-label", "Comment as Dana Marsh");
    box.textContent = `Number ${at}`;
  }
}

function unrest() {
  const place = document.body.appendChild(document.createElement("div"));
  window.__changes = 0;
  setInterval(() => {
    for (let at = 0; at < 20; at += 1) {
      const node = place.appendChild(document.createElement("div"));
      node.append(document.createElement("span"));
      if (place.childElementCount > 400) place.firstChild.remove();
      window.__changes += 1;
    }
  }, 20);
}

/** The draft is typed whole, underlined and held. */
async function worksAsEver(tab) {
  await tab.page.locator(COMPOSER).click();
  await tab.type(DRAFT);
  await tab.sees(NAME);
  assert.equal(await tab.value(COMPOSER), DRAFT);
  await post(tab);
  await asked(tab);
}

const many = [50, 500].map((count) => [
  `editors_${count}`,
  async (tab) => {
    await composer(tab);
    await tab.page.evaluate(addEditors, count);
    await worksAsEver(tab);
  },
]);

export const crowded = {
  ...Object.fromEntries(many),

  async restless_page(tab) {
    await composer(tab);
    await tab.page.evaluate(unrest);
    await tab.page.waitForFunction(() => window.__changes > 500);
    await worksAsEver(tab);
  },

  async five_thousand_characters(tab) {
    await composer(tab);
    const long = `${LINE.repeat(100)}Well done ${NAME}`;
    await tab.insert(long);
    await tab.sees(NAME);
    await postByScript(tab);
    await asked(tab);
    assert.deepEqual(await anyway(tab), [long]);
  },

  async too_long_to_check(tab) {
    await composer(tab);
    await tab.insert(LINE.repeat(420));
    await postByScript(tab);
    await tab.says("too long to check");
    assert.deepEqual(await tab.posted(), []);
  },
};

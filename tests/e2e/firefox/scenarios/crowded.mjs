// Pages that are large or restless: many editors, a thousand changes a second, very long posts.
import assert from "node:assert/strict";
import { NAME, POST, composer, texts } from "./composer.mjs";

export const crowded = {
  async five_thousand_characters(tab) {
    await composer(tab);
    const long = `${"A long day in the garden. ".repeat(195)}Well done ${NAME}`;
    await tab.insert(long);
    await tab.sees(NAME);
    await tab.page.$eval(POST, (button) => button.click()); // so long a draft pushes it out of the window
    await tab.says("student");
    await tab.click("Post anyway");
    assert.deepEqual(texts(await tab.sent()), [long]);
  },
};

// The agent stops, comes back, is paused, answers late, with an error or with rubbish, or something else sits on its port.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { asked, COMPOSER, composer, DRAFT, heldDraft, NAME, named, post, PROMPT, sentence, texts } from "./composer.mjs";

const AWAY = "Second Look isn't checking right now.";
const UNSEEN = "nobody has looked at this";

/** The agent has gone and is back: what is added to the draft is checked again, in the same tab. */
async function checkedAgain(tab) {
  await tab.type(" and tomorrow, Camila Reyes Ortega");
  await tab.sees(NAME, "Camila Reyes Ortega");
  await post(tab);
  await asked(tab);
}

/** The draft is held, told about and kept; "anyway" sends it once. */
async function toldAndSent(tab, words) {
  await tab.says(words);
  assert.deepEqual(await tab.posted(), []);
  assert.equal(await tab.value(COMPOSER), DRAFT);
  await tab.click("Post anyway");
  assert.deepEqual(texts(await tab.sent()), [DRAFT]);
}

export const agent = {
  async agent_away_told(tab, around) {
    await around.world("stop_agent");
    await composer(tab);
    await tab.type(DRAFT);
    await post(tab);
    await toldAndSent(tab, AWAY);
    await tab.page.locator(PROMPT).click();
    await tab.page.locator(COMPOSER).click();
    await tab.type("A second one");
    await post(tab);
    assert.deepEqual(texts(await tab.sent(2)), [DRAFT, "A second one"]);
    await around.world("start_agent");
    await heldDraft(tab);
  },

  async agent_back(tab, around) {
    await named(tab);
    await around.world("stop_agent");
    await around.world("start_agent");
    await checkedAgain(tab);
  },

  async agent_back_elsewhere(tab, around) {
    await named(tab);
    await around.world("start_agent_elsewhere");
    await checkedAgain(tab);
  },

  async squatter(tab, around) {
    await composer(tab);
    await tab.insert("Bake sale");
    await tab.quiet();
    await around.world("squat");
    await composer(tab);
    await tab.type(DRAFT);
    // Else this proves nothing.
    await waitFor(async () => (await around.world("squatter_heard")).includes("/v1/proof"), "the extension knocking");
    await post(tab);
    await tab.says(AWAY);
    assert.deepEqual(await tab.posted(), []);
    const heard = await around.world("squatter_heard");
    for (const word of ["Emma", "proud", "Bearer"]) assert.ok(!heard.includes(word), word);
  },

  async answers_that_are_none(tab, around) {
    await composer(tab);
    await tab.insert("Bake sale");
    await tab.quiet(); // the extension knows port and token
    for (const kind of await around.world("broken_answers")) {
      await around.world("break_agent", kind);
      await composer(tab);
      await tab.insert(DRAFT);
      await post(tab);
      await toldAndSent(tab, UNSEEN).catch((error) => assert.fail(`${kind}: ${error.message}`));
      await waitFor(() => around.world("was_asked"), `the check being asked for: ${kind}`);
    }
  },

  /** Its name model still loads: the roster's names are found already. */
  async starting(tab, around) {
    await composer(tab);
    await tab.insert("Bake sale");
    await tab.quiet();
    await around.world("hold_in_its_start", DRAFT);
    await tab.selectAll();
    await tab.insert(DRAFT);
    await tab.sees(NAME);
    await waitFor(async () => (await around.badge(tab.page.url())) === "…", "the dots on the badge");
    await around.popUpSays(sentence("tab_starting"), sentence("agent_starting"));
    await post(tab);
    await asked(tab);
    await tab.press("Escape");
    await around.world("let_it_go_on");
    await tab.type("!");
    await waitFor(async () => (await around.badge(tab.page.url())) === "", "the badge without dots");
    await around.popUpSays(sentence("tab_protected"), sentence("agent_protected"));
  },

  async paused(tab, around) {
    await around.world("pause", "15_minutes");
    await composer(tab);
    await tab.type(DRAFT);
    await waitFor(async () => (await around.badge(tab.page.url())) === "–", "the dash on the badge");
    await around.popUpSays(sentence("tab_paused"), sentence("agent_paused"));
    await post(tab);
    assert.deepEqual(texts(await tab.sent()), [DRAFT]);
    assert.equal(await tab.held(), false);
    await around.world("pause", "over");
    await tab.page.locator(PROMPT).click();
    await tab.page.locator(COMPOSER).click();
    await tab.type(`And of ${NAME} again`);
    await tab.sees(NAME);
    await around.popUpSays(sentence("tab_protected"), sentence("agent_protected"));
  },
};

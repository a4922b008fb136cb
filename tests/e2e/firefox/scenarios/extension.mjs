// The extension itself: what pop-up, badge and options page say, the person's choices there, an update under open pages.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { anyway, asked, COMPOSER, composer, DRAFT, heldDraft, NAME, post, PROMPT, sentence, texts } from "./composer.mjs";

const badgeIs = (tab, around, text) =>
  waitFor(async () => (await around.badge(tab.page.url())) === text, `the badge "${text}"`);

/** Chooses something on the options page, as by a click on its words. */
async function choose(around, key) {
  const options = await around.ownPage("options.html");
  const chosen = (words) => {
    const label = [...document.querySelectorAll("label")].find((each) => each.textContent.trim().startsWith(words));
    label?.click();
    return Boolean(label?.control?.checked ?? label?.querySelector("input")?.checked);
  };
  await waitFor(() => around.inPage(options, chosen, sentence(key)), `"${sentence(key)}" chosen`);
}

export const extension = {
  /**
   * Firefox puts the new script into the open page at once, where Chromium waits for a reload: the dead one's sheet is gone,
   * the words are there, and they are checked and held as before.
   */
  async orphaned_script(tab, around) {
    await heldDraft(tab);
    await around.reloadExtension();
    await waitFor(async () => !(await tab.held()), "the dead sheet going away");
    assert.equal(await tab.value(COMPOSER), DRAFT);
    await tab.page.locator(COMPOSER).click();
    await tab.press("End");
    await tab.type("!");
    await tab.button("Second Look: 1 to look at");
    await tab.sees(NAME);
    assert.equal(await tab.page.$$eval("second-look-warnings", (hosts) => hosts.length), 1);
    await around.popUpSays(sentence("tab_protected"));
    await post(tab);
    await asked(tab);
    assert.deepEqual(await anyway(tab), [`${DRAFT}!`]);
  },

  async pop_up_and_badge(tab, around) {
    await composer(tab);
    await around.popUpSays(sentence("tab_idle"), sentence("agent_protected"));
    await tab.type(DRAFT);
    await tab.sees(NAME);
    await around.popUpSays(sentence("tab_protected"), sentence("agent_protected"));
    await badgeIs(tab, around, "");
    await around.world("stop_agent");
    await around.popUpSays(sentence("tab_unreachable"), sentence("agent_away"));
    await badgeIs(tab, around, "–");
    await around.world("start_agent");
    await around.popUpSays(sentence("agent_protected"));
    await badgeIs(tab, around, "");
  },

  async page_of_another_site(_tab, around) {
    await around.popUpSays(sentence("tab_idle"), sentence("agent_protected"));
  },

  async self_test(_tab, around) {
    const page = await around.ownPage("options.html");
    const lines = () =>
      around.inPage(page, () =>
        [...document.querySelectorAll("#test[aria-busy=false] li")].map((line) => [line.className, line.textContent]));
    const unknown = (found) => found.filter(([look]) => look.includes("unknown")).length;
    const again = (words) =>
      around.inPage(page, (name) => [...document.querySelectorAll("button")].find((each) => each.textContent === name).click(), words);
    // It asks an agent that is late again by itself.
    for (const key of ["test_host_good", "test_proof_good", "test_roster_fresh", "test_names_ready", "test_rules_same"])
      await waitFor(async () => (await lines()).some(([, words]) => words.includes(sentence(key))), sentence(key));
    assert.equal((await lines()).length, 9);
    await around.world("stop_agent");
    await again(sentence("test_again"));
    await waitFor(async () => (await lines()).some(([look, words]) => look === "bad" && words.includes(sentence("agent_away"))), "the agent away");
    assert.equal(unknown(await lines()), 6);
    await around.world("start_agent");
    await again(sentence("test_again"));
    await waitFor(async () => (await lines()).some(([look, words]) => look === "good" && words.includes(sentence("test_names_ready"))), "the names");
    assert.equal(unknown(await lines()), 0);
  },

  /** In whatever language this Firefox is. */
  async own_pages_in_the_browsers_language(_tab, around) {
    const locale = await around.inExtension(() => chrome.i18n.getUILanguage());
    const lang = { es: "es", pt: "pt_BR" }[locale.slice(0, 2)] ?? "en";
    const options = await around.ownPage("options.html");
    const said = (key) => async () => (await around.wordsOf(options)).includes(sentence(key, lang));
    await waitFor(said("test_proof_good"), `the self-test in ${lang}`);
    assert.equal(await around.inPage(options, () => document.title), sentence("options_title", lang));
    assert.equal(await around.inPage(options, () => document.documentElement.lang.slice(0, 2)), lang.slice(0, 2));
    // Only now: until a browser has asked, an agent whose manifest lies in a test's folder counts as limited.
    await around.popUpSays(...["tab_idle", "agent_protected", "not_covered"].map((key) => sentence(key, lang)));
  },

  /** The person's choice, in place of what the policy alone would do: say so once. */
  async asked_each_time(tab, around) {
    await choose(around, "when_away_ask");
    around.after(() => choose(around, "when_away_policy"));
    await around.world("stop_agent");
    await composer(tab);
    for (const count of [1, 2]) {
      await tab.type("See you all on Monday");
      await post(tab);
      await tab.click("Post anyway");
      assert.equal(texts(await tab.sent(count)).length, count);
      await tab.page.locator(PROMPT).click();
      await tab.page.locator(COMPOSER).click();
    }
  },
};

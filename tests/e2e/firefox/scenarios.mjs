// The checklist: what must be true in every browser, told as a person would do it. Each scenario gets a fresh tab and
// throws when it is not true. The pages are the fixture sites; the agent is the real one. Called by driver.mjs by name.
import assert from "node:assert/strict";
import { waitFor } from "./tab.mjs";

const NAME = "Emma Rodrigues";
const DRAFT = `So proud of ${NAME} today`;
const FEED = "https://www.facebook.com/";
const PROMPT = "[role=button]::-p-text(What’s on your mind)";
const COMPOSER = "[role=dialog] [role=textbox]";
const POST = "[role=dialog] [role=button][aria-label=Post]";
const COMMENTS = "https://www.facebook.com/?post=dialog";
const COMMENT = "[role=dialog] form[role=presentation] [role=textbox]";
const INSTAGRAM = "https://www.instagram.com/p/Cx1/";
const CHAT = "[role=main] [role=textbox]";
const TAGGING = "https://www.facebook.com/reactions?tagging=yes&name=Dana+Whitfield";
const ADD = "[role=button][aria-label='Add Friend Leila Mansour']:not([aria-hidden])";
const TEXTAREA = "form.comment-form textarea";

/** Makes a pane in a root that the page keeps closed, painted over everything, through which clicks go. */
const HIDDEN_PANE = `() => {
  const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "closed" });
  const pane = root.appendChild(document.createElement("div"));
  pane.popover = "manual";
  const all = { position: "fixed", inset: 0, width: "100%", height: "100%", background: "rgb(255 0 255)" };
  Object.assign(pane.style, all, { pointerEvents: "none" });
  return pane;
}`;

const texts = (posted) => posted.map(({ text }) => text);
/** The feed with the "Create post" dialog open and the cursor in it. */
export async function composer(tab) {
  await tab.open(FEED, PROMPT, COMPOSER);
}

const post = (tab) => tab.page.locator(POST).click();

async function heldDraft(tab) {
  await composer(tab);
  await tab.type(DRAFT);
  await tab.sees(NAME);
  await post(tab);
  await tab.says("student");
  assert.equal(await tab.held(), true);
  assert.deepEqual(await tab.posted(), []);
}

export const scenarios = {
  async name_underlined(tab) {
    await composer(tab);
    await tab.type(DRAFT);
    await tab.sees(NAME);
    const inside = await tab.page.$eval(COMPOSER, (box) => box.querySelectorAll(":not(p, span, br)").length);
    assert.equal(inside, 0, "something was put into the editor");
  },

  post_held: heldDraft,

  async edited_goes_out_once(tab) {
    await heldDraft(tab);
    await tab.click("Edit post");
    await tab.selectAll();
    await tab.type("So proud of my class today");
    await tab.sees();
    await post(tab);
    assert.deepEqual(texts(await tab.sent()), ["So proud of my class today"]);
    await tab.page.waitForSelector(COMPOSER, { hidden: true });
    assert.equal((await tab.posted()).length, 1);
  },

  async anyway_once(tab) {
    await heldDraft(tab);
    await tab.click("Post anyway");
    assert.deepEqual(texts(await tab.sent()), [DRAFT]);
    await tab.page.waitForSelector(COMPOSER, { hidden: true });
    assert.equal((await tab.posted()).length, 1);
    assert.equal(await tab.held(), false);
  },

  async clean_untouched(tab) {
    await composer(tab);
    await tab.insert("Bake sale on Saturday in the gym");
    await tab.quiet();
    assert.deepEqual(await tab.underlined(), []);
    await post(tab);
    const [sent, ...more] = await tab.sent();
    assert.deepEqual([sent.text, sent.isTrusted, more], ["Bake sale on Saturday in the gym", true, []]);
    assert.deepEqual(await tab.page.evaluate(() => window.__violations), []);
  },

  async emoji_span(tab) {
    await composer(tab);
    await tab.type("Well done 🎉👩‍🏫");
    await tab.press("Enter");
    await tab.type(`and ${NAME}!`);
    await tab.sees(NAME);
  },

  /** A pane of the page that is painted over the sheet and takes no clicks: only a picture of the window shows it. */
  async uncovered(tab) {
    await heldDraft(tab);
    await tab.page.evaluate(() => {
      const pane = document.body.appendChild(document.createElement("div"));
      pane.popover = "manual";
      const all = { position: "fixed", inset: 0, width: "100%", height: "100%", background: "rgb(255 0 255)" };
      Object.assign(pane.style, all, { pointerEvents: "none" });
      pane.showPopover();
    });
    const clear = async () => (await tab.colourAt(await tab.sheet())) !== "255,0,255";
    await waitFor(clear, "the sheet over the pane");
    await tab.click("Post anyway");
    assert.deepEqual(texts(await tab.sent()), [DRAFT]);
  },

  /** The same in a root that the page keeps closed, whose popover no event outside of it tells of. */
  async uncovered_in_a_closed_root(tab) {
    await heldDraft(tab);
    await tab.page.evaluate(`(${HIDDEN_PANE})().showPopover()`);
    const clear = async () => (await tab.colourAt(await tab.sheet())) !== "255,0,255";
    await waitFor(clear, "the sheet over the pane");
    await tab.click("Post anyway");
    assert.deepEqual(texts(await tab.sent()), [DRAFT]);
  },

  /** A press in the moment in which the page has laid something over the sheet sends nothing. */
  async pressed_under_a_cover(tab) {
    await heldDraft(tab);
    const { x, y } = await tab.button("Post anyway");
    // Between the press and its end, so that none of our looks comes in between.
    await tab.page.evaluate(`{
      const pane = (${HIDDEN_PANE})();
      addEventListener("pointerdown", () => pane.showPopover(), { capture: true, once: true });
    }`);
    await tab.page.mouse.click(x, y);
    await tab.button("Post anyway");
    assert.deepEqual(await tab.posted(), []);
    await tab.click("Post anyway");
    assert.deepEqual(texts(await tab.sent()), [DRAFT]);
  },

  /** Firefox lets a script copy for a click of the person's own. */
  async colleague_asked_first(tab) {
    await tab.open(TAGGING, "[role=option]");
    await tab.says("May I tag you");
    await tab.click("Ask Dana first");
    await tab.says("The message is copied. Send it to Dana");
    assert.deepEqual(await tab.posted(), []);
  },

  async said_of_a_person(tab) {
    await tab.open("https://www.facebook.com/leila.m?name=Leila+Mansour", ADD);
    await tab.says("student");
    await tab.click("My own child");
    await tab.says("Noted");
    assert.deepEqual(await tab.posted(), []);
    await tab.page.locator(ADD).click();
    await tab.sent();
  },

  /** Lexical takes a paste and an undo for itself and tells nobody by an input event. */
  async undone_and_back(tab) {
    await composer(tab);
    await tab.type(`Go ${NAME}`);
    await tab.sees(NAME);
    await tab.selectAll();
    await tab.press("Delete");
    await tab.sees();
    await tab.withControl("KeyZ");
    await tab.sees(NAME);
  },

  async draft_restored(tab) {
    await tab.open(`${FEED}?draft=${encodeURIComponent(`Yesterday and ${NAME}`)}`);
    await tab.sees(NAME);
    await post(tab);
    await tab.says("student");
    assert.deepEqual(await tab.posted(), []);
  },

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

  /** The caller has made the person a coach, for whom a title alone is no known recipient. */
  async coach_title_alone(tab) {
    await tab.open(`https://www.facebook.com/messages/t/1?thread=titled&name=Varsity+soccer`, CHAT);
    await tab.type("Practice moved to four");
    await tab.press("Enter");
    await tab.says("doesn't show who will get it");
    assert.deepEqual(await tab.posted(), []);
    await tab.click("Send anyway");
    assert.deepEqual(texts(await tab.sent()), ["Varsity soccer: Practice moved to four"]);
  },

  async coach_one_adult(tab) {
    await tab.open("https://www.facebook.com/messages/t/1?name=Otis+Greer", CHAT);
    await tab.insert("Practice moved to four");
    await tab.quiet();
    await tab.press("Enter");
    assert.equal((await tab.sent()).length, 1);
    assert.equal(await tab.held(), false);
  },

  async comment_enter(tab) {
    await tab.open(COMMENTS, COMMENT);
    await tab.type(`Go ${NAME}`);
    await tab.sees(NAME);
    await tab.press("Enter");
    await tab.says("student");
    assert.deepEqual(await tab.posted(), []);
    await tab.click("Comment anyway");
    assert.deepEqual(texts(await tab.sent()), [`Go ${NAME}`]);
  },

  async instagram_textarea(tab) {
    await tab.open(INSTAGRAM, TEXTAREA);
    await tab.type(`Go ${NAME} go`);
    await tab.sees(NAME);
    await tab.press("Enter");
    await tab.says("student");
    assert.deepEqual(await tab.posted(), []);
    await tab.click("Comment anyway");
    assert.deepEqual(texts(await tab.sent()), [`Go ${NAME} go`]);
  },

  /** The caller has stopped the agent. */
  async agent_away_told(tab) {
    await composer(tab);
    await tab.type(DRAFT);
    await post(tab);
    await tab.says("Second Look isn't checking right now.");
    assert.deepEqual(await tab.posted(), []);
    await tab.click("Post anyway");
    assert.deepEqual(texts(await tab.sent()), [DRAFT]);
  },

  /** The caller has started it again, with a new token. */
  async agent_back(tab) {
    await heldDraft(tab);
  },
};

// Whom it is about and who receives it: a colleague in a photo, a friend request, one adult or a group behind a title.
import assert from "node:assert/strict";
import { texts } from "./composer.mjs";

const TAGGING = "https://www.facebook.com/reactions?tagging=yes&name=Dana+Whitfield";
const ADD = "[role=button][aria-label='Add Friend Leila Mansour']:not([aria-hidden])";
const CHAT = "[role=main] [role=textbox]";

export const people = {
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

  /** For a coach a title alone is no known recipient; the first check after a new start counts. */
  async coach_title_alone(tab, around) {
    await around.world("settings", { coach: true });
    await tab.open(`https://www.facebook.com/messages/t/1?thread=titled&name=Varsity+soccer`, CHAT);
    await tab.type("Practice moved to four");
    await tab.press("Enter");
    await tab.says("doesn't show who will get it");
    assert.deepEqual(await tab.posted(), []);
    await tab.click("Send anyway");
    assert.deepEqual(texts(await tab.sent()), ["Varsity soccer: Practice moved to four"]);
  },

  async coach_one_adult(tab, around) {
    await around.world("settings", { coach: true });
    await tab.open("https://www.facebook.com/messages/t/1?name=Otis+Greer", CHAT);
    await tab.insert("Practice moved to four");
    await tab.quiet();
    await tab.press("Enter");
    assert.equal((await tab.sent()).length, 1);
    assert.equal(await tab.held(), false);
  },
};

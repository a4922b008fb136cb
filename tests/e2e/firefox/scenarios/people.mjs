// Whom it is about and who receives it: a colleague in a photo, a friend request, one adult or a group behind a title.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { composer, FEED, post, texts } from "./composer.mjs";

const TAGGING = "https://www.facebook.com/reactions?tagging=yes&name=Dana+Whitfield";
const ADD = "[role=button][aria-label='Add Friend Leila Mansour']:not([aria-hidden])";
const FRIENDS = "https://www.facebook.com/friends?name=Emma+Rodrigues";
const MEMBERS = "https://www.facebook.com/groups/g1/members";
const CHAT = "[role=main] [role=textbox]";

const SELECTED = `function () {
  const { activeElement: box } = this;
  return box?.value?.slice(box.selectionStart, box.selectionEnd) ?? "";
}`;
/** Words that are seen, and heard by a screen reader. */
const TOLD = `function () {
  const status = this.querySelector("dialog [role=status]");
  return status?.checkVisibility() ? status.textContent : "";
}`;

const said = (entries) => entries.map(({ surface, text }) => [surface, text]);

/** What is pressed goes out as it is, and nobody is asked. */
const unasked = (address, clicks, expected) => async (tab) => {
  await tab.open(address, ...clicks);
  assert.deepEqual(said(await tab.sent()), [expected]);
  assert.equal(await tab.held(), false);
};

export const people = {
  request_to_somebody_else: unasked(
    "https://www.facebook.com/emma.r?name=Emma+Rodrigues",
    ["[role=button][aria-label='Add Friend Otis Greer']"],
    ["friend_request", "Otis Greer"],
  ),

  confirm_of_an_unfriend_dialog: unasked(
    FRIENDS,
    ["[role=button][aria-label='Unfriend Emma Rodrigues']", "[role=dialog] [role=button]::-p-text(Confirm)"],
    ["unfriend", "Emma Rodrigues"],
  ),

  one_of_two_members: unasked(
    `${MEMBERS}?name=Emma+Rodrigues`,
    ["[role=button]::-p-text(Add friend)"],
    ["friend_request", "Otis Greer"],
  ),

  joining_a_group: unasked(MEMBERS, ["[role=button]::-p-text(Join group)"], ["join", "Robotics parents"]),

  async no_such_button_for_a_colleague(tab) {
    await tab.open(TAGGING, "[role=option]");
    await tab.button("Tag anyway");
    assert.equal(await tab.find("Not a student"), undefined);
    assert.equal(await tab.find("My own child"), undefined);
  },

  /** Tab leads to the button, Enter copies. */
  async colleague_asked_by_keyboard(tab) {
    await tab.open(TAGGING, "[role=option]");
    await tab.button("Tag anyway");
    for (let step = 0; step < 8 && (await tab.focused()) !== "Ask Dana first"; step += 1) await tab.press("Tab");
    assert.equal(await tab.focused(), "Ask Dana first");
    await tab.press("Enter");
    await tab.says("The message is copied");
    assert.deepEqual(await tab.posted(), []);
  },

  /** Who has agreed for the science fair is tagged there unasked; elsewhere the sheet asks. */
  async consent_for_an_event(tab, around) {
    await around.world("agreed");
    await composer(tab);
    await tab.insert("Our science fair with @luciana.prado");
    await tab.quiet();
    await composer(tab);
    await tab.insert("What a lunch with @luciana.prado");
    await tab.button("Second Look: 1 to look at");
    await post(tab);
    await tab.button("Ask luciana.prado first");
    assert.deepEqual(await tab.posted(), []);
  },

  /** The dialog of the photo stands over the post, whose words say whether it is the event. */
  async tag_read_with_its_post(tab, around) {
    await around.world("agreed");
    const tag = async (draft) => {
      await tab.open(`${FEED}?draft=${encodeURIComponent(draft)}&tagging=yes&name=Luciana+Prado`);
      await tab.quiet();
      await tab.page.locator("[role=option]").click();
    };
    await tag("Our science fair");
    assert.deepEqual(said(await tab.sent()).map(([surface]) => surface), ["tag"]);
    await tag("What a lunch");
    await tab.button("Ask Luciana first");
    assert.deepEqual(await tab.posted(), []);
  },

  /** Firefox lets a script copy for a click of the person's own. */
  async colleague_asked_first(tab) {
    await tab.open(TAGGING, "[role=option]");
    await tab.says("May I tag you");
    await tab.click("Ask Dana first");
    await tab.says("The message is copied. Send it to Dana");
    assert.deepEqual(await tab.posted(), []);
  },

  /** A Firefox whose settings let no script copy, as some schools have it. */
  async copy_refused(tab, around) {
    await around.pref("dom.allow_cut_copy", false);
    await tab.open(TAGGING, "[role=option]");
    const { x, y } = await tab.button("Ask Dana first");
    await tab.page.mouse.click(x, y);
    await waitFor(async () => (await tab.inRoot(TOLD, "")).includes("The message is selected"), "the word that it was not copied");
    assert.equal(await tab.inRoot(SELECTED, ""), "Hi! May I tag you in a photo I'm about to post?");
    await tab.button("Tag anyway");
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

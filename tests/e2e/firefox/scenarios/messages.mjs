// Messages: who gets them decides, so the recipient is read from the thread that holds the focused box.
import assert from "node:assert/strict";
import { FEED, NAME, texts } from "./composer.mjs";

const CHAT = "[role=main] [role=textbox]";
const POPUP = (name) => `[role=textbox][aria-label='Write to ${name}']`;
const STUDENT = NAME.replace(" ", "+");

const toStudent = [
  ["web", "https://web.facebook.com/messages/t/1"],
  ["m", "https://m.facebook.com/messages/t/1"],
  ["encrypted", "https://www.facebook.com/messages/e2ee/t/1"],
].map(([name, address]) => [
  `message_to_a_student_${name}`,
  async (tab) => {
    await tab.open(`${address}?name=${STUDENT}`, CHAT);
    await tab.type("See you at six");
    await tab.press("Enter");
    await tab.button("Send anyway");
    assert.deepEqual(await tab.posted(), []);
    await tab.click("Send anyway");
    assert.deepEqual(texts(await tab.sent()), [`${NAME}: See you at six`]);
  },
]);

const seen = Object.entries({
  members: "thread=titled&name=Robotics&members=Otis+Greer,Emma+Rodrigues",
  loading: `log=loading&name=${STUDENT}`,
}).map(([name, query]) => [
  `student_seen_in_${name}`,
  async (tab) => {
    await tab.open(`https://www.facebook.com/messages/t/1?${query}`, CHAT);
    await tab.type("See you");
    await tab.press("Enter");
    await tab.button("Send anyway");
    assert.deepEqual(await tab.posted(), []);
  },
]);

const unasked = Object.entries({
  full_page: ["https://www.facebook.com/messages/t/1?name=Otis+Greer", CHAT],
  pop_up: [`${FEED}?chat=Otis+Greer`, POPUP("Otis Greer")],
  instagram: ["https://www.instagram.com/direct/t/1/?user=otis.greer", CHAT],
}).map(([name, [address, box]]) => [
  `message_to_an_adult_${name}`,
  async (tab) => {
    await tab.open(address, box);
    await tab.insert("Lunch?");
    await tab.quiet();
    await tab.press("Enter");
    assert.deepEqual((await tab.sent()).map(({ surface, isTrusted }) => [surface, isTrusted]), [["message", true]]);
    assert.equal(await tab.held(), false);
  },
]);

export const messages = {
  ...Object.fromEntries([...toStudent, ...seen, ...unasked]),

  /** With an adult and a student side by side. */
  async focused_of_two_pop_ups(tab) {
    await tab.open(`${FEED}?chat=Otis+Greer&chat2=${STUDENT}`, POPUP("Otis Greer"));
    await tab.insert("Lunch?");
    await tab.quiet();
    await tab.press("Enter");
    await tab.sent();
    await tab.page.locator(POPUP(NAME)).click();
    await tab.type("Well done");
    await tab.press("Enter");
    await tab.button("Send anyway");
    assert.deepEqual(texts(await tab.posted()), ["Otis Greer: Lunch?"]);
  },
};

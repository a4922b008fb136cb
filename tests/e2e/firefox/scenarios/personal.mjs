// A personal post and whose it is: the weekly reminder that everyone can see it, and a Page that acts in place of the person.
import assert from "node:assert/strict";
import { composer, post, sentence } from "./composer.mjs";

const REMINDS = "Everyone will be able to see this post";
const ADDRESS = "dana.marsh@gmail.com";
const WRITE_ME = `Questions about tryouts? Write to ${ADDRESS}`;
const PAGE = { professional_accounts: [{ site: "facebook", id: "4711" }] };

/** Somebody logged in with their own account, who has not been reminded. */
async function personal(around) {
  const forget = () => around.inExtension(() => chrome.storage.local.remove(["reminded", "audienceReminder"]));
  await forget();
  around.after(forget);
  await around.cookies("www.facebook.com", { c_user: "1" });
}

async function unreminded(tab, query) {
  await composer(tab, query);
  await tab.insert("Bake sale");
  await tab.quiet();
  assert.ok(!(await tab.words()).includes(REMINDS));
}

export const personalPosts = {
  async reminded_once(tab, around) {
    await personal(around);
    await composer(tab, "?audience=public");
    await tab.insert("Bake sale");
    await tab.says(REMINDS);
    await tab.quiet();
    await post(tab);
    assert.deepEqual((await tab.sent()).map(({ isTrusted }) => isTrusted), [true]);
    await unreminded(tab, "?audience=public");
  },

  async friends_bring_no_reminder(tab, around) {
    await personal(around);
    await unreminded(tab, "");
  },

  async reminder_switched_off(tab, around) {
    await personal(around);
    const options = await around.ownPage("options.html");
    const choose = (words) => {
      const label = [...document.querySelectorAll("label")].find((each) => each.textContent.trim() === words);
      label?.click();
    };
    await around.inPage(options, choose, sentence("reminder_off"));
    await unreminded(tab, "?audience=public");
  },

  /** The same address is private for a Page of the person's list, and nobody's business in a personal post. */
  async page_of_the_persons_list(tab, around) {
    await around.world("settings", PAGE);
    await around.cookies("www.facebook.com", { c_user: "1" });
    await composer(tab);
    await tab.insert(WRITE_ME);
    await tab.quiet();
    await around.cookies("www.facebook.com", { i_user: "4711" });
    await composer(tab);
    await tab.insert(WRITE_ME);
    await tab.sees(ADDRESS);
  },

  async page_that_nobody_has_named(tab, around) {
    await around.world("settings", PAGE);
    await around.cookies("www.facebook.com", { c_user: "1", i_user: "9999" });
    await composer(tab);
    await tab.insert(WRITE_ME);
    await tab.quiet();
  },
};

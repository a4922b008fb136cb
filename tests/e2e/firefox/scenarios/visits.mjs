// Visits in work hours: one slim bar per spell, one click, and nothing of the page is read. The person works around the clock.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { FEED, INSTAGRAM } from "./composer.mjs";
import { pressUnder } from "./hostile.mjs";

const ASKS = "For school?";
const YOUTUBE = "https://www.youtube.com/watch";
const SITES = { youtube: YOUTUBE, facebook: FEED, instagram: INSTAGRAM };
const PROFESSIONAL = {
  professional_accounts: [{ site: "facebook", id: "4711" }, { site: "instagram", handle: "dana.marsh" }],
};

/** The worker has spoken of no visit yet. */
const forget = (around) =>
  around.inExtension((sites) => chrome.storage.session.remove(sites.map((site) => `visit-${site}`)), Object.keys(SITES));

async function atWork(around, more = {}) {
  await around.world("work_always", more);
  await forget(around);
  around.after(() => forget(around));
}

/**
 * Goes there, waits until our script has told the worker of the visit, and tells it once more: the worker has nothing to say,
 * and there is no bar. One of the extension's own pages hears what a script tells the worker.
 */
async function silentVisit(tab, around, address) {
  await around.inExtension(() => {
    globalThis.visited = [];
    globalThis.hears ??= chrome.runtime.onMessage.addListener((message) => {
      if (message.kind === "visit") globalThis.visited.push(message);
    }) ?? true;
  });
  await tab.open(address);
  const told = await waitFor(() => around.inExtension(() => globalThis.visited.at(-1)), "the visit being told of");
  assert.equal(await around.inExtension((message) => chrome.runtime.sendMessage(message), told), null);
  assert.ok(!(await tab.words()).includes(ASKS));
}

/** Goes there and sees the bar; where the agent has only just begun anew, on the next page. */
const barAt = (tab, address) =>
  waitFor(async () => {
    await tab.open(address);
    return waitFor(async () => (await tab.words()).includes(ASKS), "the bar", 10_000).catch(() => false);
  }, "the bar on this page or the next");

const bars = Object.entries(SITES).map(([site, address]) => [
  `bar_once_on_${site}`,
  async (tab, around) => {
    await atWork(around);
    await barAt(tab, address);
    await tab.click("Dismiss");
    await silentVisit(tab, around, address);
  },
]);

export const visits = {
  ...Object.fromEntries(bars),

  /** By the cookie of a Page of the person's list, or by an Instagram account of the list. */
  async professional_account(tab, around) {
    await atWork(around, PROFESSIONAL);
    await around.cookies("www.facebook.com", { c_user: "1", i_user: "4711" });
    await silentVisit(tab, around, FEED);
    await silentVisit(tab, around, "https://www.instagram.com/");
  },

  async outside_work_hours(tab, around) {
    await atWork(around, { own_week: { hours: { mon: ["00:00-00:01"] }, edge_minutes: 0 } });
    await silentVisit(tab, around, FEED);
  },

  async visit_only_site_is_not_read(tab, around) {
    await atWork(around);
    await barAt(tab, YOUTUBE);
    await tab.page.locator("input, textarea, [role=textbox]").click();
    await tab.type("Emma Rodrigues");
    assert.equal(await tab.page.$$eval("input, textarea", (boxes) => boxes.at(-1).value), "Emma Rodrigues");
    await tab.click("Dismiss"); // our script is alive and well
    assert.equal(await tab.pill(), "");
    assert.deepEqual(await tab.underlined(), []);
  },

  async bar_pressed_under_a_cover(tab, around) {
    await atWork(around);
    await barAt(tab, FEED);
    await pressUnder(tab, "This is for school");
    await tab.button("This is for school");
    await tab.click("Dismiss");
    await tab.saysNoMore(ASKS);
  },

  /** One click, and even a browser that has forgotten the spell hears nothing more from the agent. */
  async this_is_for_school(tab, around) {
    await atWork(around);
    await barAt(tab, INSTAGRAM);
    await tab.click("This is for school");
    await tab.saysNoMore(ASKS);
    await waitFor(async () => {
      // The click is told by a message of its own, which may still be on its way.
      await forget(around);
      return silentVisit(tab, around, INSTAGRAM).then(() => true, () => false);
    }, "the agent's silence");
  },
};

// What lies around a tab: the browser's own settings, zoom and menus, the extension's own pages, and the world outside (the
// agent), which the Python side changes on demand. WebDriver BiDi reaches the browser's inside ("chrome" scope) as well, since
// Firefox was started with `--remote-allow-system-access`. One for each scenario; `restore` takes back what it has changed.
import assert from "node:assert/strict";
import { waitFor } from "./tab.mjs";

const READY = "document.readyState === 'complete' && location.href";

/** Inside the browser: sets it, or clears it where `wanted` is null; gives what the profile said before, null for nothing. */
function swapPref(name, wanted) {
  const { prefs } = Services;
  const read = prefs.getPrefType(name) === prefs.PREF_BOOL ? "getBoolPref" : "getIntPref";
  const before = prefs.prefHasUserValue(name) ? prefs[read](name) : null;
  if (wanted === null) prefs.clearUserPref(name);
  else if (typeof wanted === "boolean") prefs.setBoolPref(name, wanted);
  else prefs.setIntPref(name, wanted);
  return before;
}

export class Around {
  #undo = [];
  #own = null;

  /** `world(name, ...values)` has the Python side do something and gives its answer. */
  constructor(browser, extensionId, world) {
    this.connection = browser.connection;
    this.extensionId = extensionId;
    this.world = world;
  }

  async #evaluate(target, run, values) {
    const expression = `Promise.resolve((${run})(...${JSON.stringify(values)})).then((said) => JSON.stringify(said ?? null))`;
    const { result } = await this.connection.send("script.evaluate", { expression, target, awaitPromise: true });
    if (result.type !== "success") throw new Error(result.exceptionDetails.text);
    return JSON.parse(result.result.value);
  }

  /** Calls a function inside the browser itself, in its first window. */
  async inBrowser(run, ...values) {
    const tree = await this.connection.send("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
    return this.#evaluate({ context: tree.result.contexts[0].context }, run, values);
  }

  /** Sets a whole number or a yes or no of about:config until the scenario is over. */
  async pref(name, value) {
    const had = await this.inBrowser(swapPref, name, value);
    this.#undo.push(() => this.inBrowser(swapPref, name, had));
  }

  /** The browser's own zoom of the tab in front. */
  async zoom(factor) {
    const set = (wanted) => this.inBrowser((to) => ZoomManager.setZoomForBrowser(gBrowser.selectedBrowser, to), wanted);
    await set(factor);
    this.#undo.push(() => set(1));
  }

  /** Opens one of the extension's own pages behind the tab and gives its target; it is closed with the scenario. */
  async ownPage(name) {
    const host = await this.inBrowser((id) => WebExtensionPolicy.getByID(id).mozExtensionHostname, this.extensionId);
    const url = `moz-extension://${host}/${name}`;
    const made = await this.connection.send("browsingContext.create", { type: "tab", background: true });
    const target = { context: made.result.context };
    this.#undo.push(() => this.connection.send("browsingContext.close", target).catch(() => null));
    await this.connection.send("browsingContext.navigate", { ...target, url, wait: "none" });
    const there = () => this.#evaluate(target, `() => ${READY}`, []).catch(() => null);
    await waitFor(async () => (await there()) === url, `the extension's page ${name}`);
    return target;
  }

  /** Calls a function in a page of the extension's own, where its storage and tabs can be asked for. */
  async inExtension(run, ...values) {
    this.#own ??= await this.ownPage("popup.html");
    return this.#evaluate(this.#own, run, values);
  }

  /** Calls a function in one of the extension's own pages. */
  inPage = (target, run, ...values) => this.#evaluate(target, run, values);

  /** The extension begins anew, as after an update; its scripts on open pages are orphans. */
  reloadExtension = () =>
    this.inBrowser(async (id) => {
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      await (await AddonManager.getAddonByID(id)).reload();
    }, this.extensionId);

  /** The words of one of the extension's own pages. */
  wordsOf = (target) => this.#evaluate(target, () => document.body.innerText, []);

  /** What the extension knows of the tab with this address: "protected", "changed" and so on, "" for nothing. */
  coverage = (address) =>
    this.inExtension(async (url) => {
      const slot = `tab-${(await chrome.tabs.query({})).filter((tab) => tab.url === url).at(-1)?.id}`;
      return (await chrome.storage.session.get(slot))[slot]?.coverage ?? "";
    }, address);

  badge = (address) =>
    this.inExtension(async (url) => {
      const tab = (await chrome.tabs.query({})).filter((each) => each.url === url).at(-1);
      return chrome.action.getBadgeText({ tabId: tab.id });
    }, address);

  /** Somebody is logged in on a site, or acts as a Page. */
  async cookies(domain, kept) {
    for (const [name, value] of Object.entries(kept))
      await this.connection.send("storage.setCookie", {
        cookie: { name, value: { type: "string", value }, domain, path: "/", secure: true },
      });
    this.#undo.push(() => this.connection.send("storage.deleteCookies", { filter: { domain } }));
  }

  /** The pop-up, opened behind the tab, speaks of the tab in front: it says each of these. */
  async popUpSays(...sentences) {
    const popup = await this.ownPage("popup.html");
    let said = "";
    const says = async (sentence) => (said = await this.wordsOf(popup)).includes(sentence);
    for (const each of sentences)
      await waitFor(() => says(each), `"${each}" in the pop-up`).catch(({ message }) => assert.fail(`${message}, but: ${said}`));
    await this.connection.send("browsingContext.close", popup);
  }

  /** To be called when the scenario is over: `undo` may be anything that can be awaited. */
  after(undo) {
    this.#undo.push(undo);
  }

  async restore() {
    for (const undo of this.#undo.splice(0).reverse()) await undo();
    this.#own = null;
  }
}

// A page whose scripts press our buttons, cover them, take our host away, read it or speak for us.
import assert from "node:assert/strict";
import { waitFor } from "../tab.mjs";
import { anyway, asked, COMPOSER, composer, DRAFT, heldDraft, MENDED, NAME, named, post, POST, REWRITE, texts } from "./composer.mjs";

const HOST = "second-look-warnings";
const GLASS = {
  position: "fixed", inset: 0, width: "100%", height: "100%", maxWidth: "none", maxHeight: "none",
  background: "rgb(255 0 255)", pointerEvents: "none",
}; // prettier-ignore

/** Ways to lay a pane over everything; each gives the pane, whose style is `style`. */
const COVERS = {
  popover: `(style) => {
    const cover = document.body.appendChild(document.createElement("div"));
    cover.popover = "manual";
    Object.assign(cover.style, style);
    cover.showPopover();
    return cover;
  }`,
  dialog: `(style) => {
    const cover = document.body.appendChild(document.createElement("dialog"));
    Object.assign(cover.style, style);
    cover.showModal();
    return cover;
  }`,
  closed_root: `(style) => {
    const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "closed" });
    const cover = root.appendChild(document.createElement("div"));
    cover.popover = "manual";
    Object.assign(cover.style, style);
    cover.showPopover();
    return cover;
  }`,
};
const laid = (cover, style = GLASS) => `{ (${COVERS[cover]})(${JSON.stringify(style)}); }`;

/** What a page may do to our element while the sheet is open. */
const ATTACKS = {
  removed: `document.querySelector("${HOST}").remove()`,
  moved: `document.querySelector("main, #mount_0_0_fx").append(document.querySelector("${HOST}"))`,
  closed: `document.querySelector("${HOST}").hidePopover()`,
  inert: `document.querySelector("${HOST}").inert = true`,
  hidden: `{
    const host = document.querySelector("${HOST}");
    host.hidden = true;
    host.style.setProperty("display", "none", "important");
    host.setAttribute("aria-hidden", "true");
  }`,
  covered: laid("popover", { ...GLASS, pointerEvents: "auto", background: "white" }),
  covered_by_a_dialog: laid("dialog", { ...GLASS, pointerEvents: "auto", background: "white" }),
};

/** What a page may put in place of the browser's own functions. */
const PATCHES = {
  shadow_roots: `Element.prototype.attachShadow = () => { throw new Error("no"); }`,
  highlights: `{ CSS.highlights.clear(); window.Highlight = class { constructor() { throw new Error("no"); } }; }`,
  events: `{ EventTarget.prototype.addEventListener = () => {}; Event.prototype.stopImmediatePropagation = () => {}; }`,
  built_ins: `{
    Element.prototype.matches = () => false;
    Object.defineProperty(HTMLElement.prototype, "innerText", { get: () => "" });
    Document.prototype.querySelectorAll = () => [];
  }`,
};

/** Clicks, presses and keys of a script, all over what is ours. */
function clickEverywhere(name) {
  for (const host of document.querySelectorAll(name)) {
    host.click();
    host.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  }
  for (let x = 0; x < innerWidth; x += 10)
    for (let y = 0; y < innerHeight; y += 10) {
      const target = document.elementFromPoint(x, y);
      if (target?.localName !== name) continue;
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }));
    }
  for (const key of ["Enter", " ", "Escape"])
    for (const type of ["keydown", "keyup"])
      for (const target of [document.activeElement, document.body, document.querySelector(name)])
        target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
}

/** Every way in which a page could speak to the worker or to the content script. */
async function forge(id) {
  const decision = { id: "1", verdict: "allow", findings: [], warnings: [], checked: {} };
  const forged = [
    { kind: "coverage", site: "facebook", coverage: "off", surface: null },
    { kind: "except", names: ["Emma Rodrigues"], as: "not_student" },
    { kind: "decision", decision },
  ];
  for (const message of forged) {
    window.postMessage(message, "*");
    document.dispatchEvent(new CustomEvent("second-look", { detail: message }));
    new BroadcastChannel("second-look").postMessage(message);
  }
  const ask = globalThis.browser?.runtime?.sendMessage ?? globalThis.chrome?.runtime?.sendMessage;
  return ask ? ask(id, forged[1]).then(() => "answered", () => "refused") : "no way to ask";
}

/** The middle of "Post anyway" is ours to click. */
async function onTop(tab) {
  const place = await tab.find("Post anyway");
  return place && (await tab.page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName, place)) === HOST;
}

/** The page covers our button between the press and its end, and keeps the browser busy until after it. */
export async function pressUnder(tab, name) {
  const { x, y } = await tab.button(name);
  await tab.page.mouse.move(x, y);
  await tab.page.mouse.down();
  await tab.page.evaluate(`new Promise((covered) => {
    const cover = (${COVERS.popover})(${JSON.stringify(GLASS)});
    cover.addEventListener("toggle", () => {
      covered();
      const { port1, port2 } = new MessageChannel(); // the next task, before any timer of ours
      port1.onmessage = () => { for (const end = performance.now() + 600; performance.now() < end;); };
      port2.postMessage(null);
    });
  })`);
  await tab.page.mouse.up();
}

const attacks = Object.entries(ATTACKS).map(([name, attack]) => [
  `sheet_${name}`,
  async (tab) => {
    await heldDraft(tab);
    await tab.page.evaluate(attack);
    await waitFor(() => onTop(tab), "the sheet on top again");
    assert.deepEqual(await tab.posted(), []);
    assert.deepEqual(await anyway(tab), [DRAFT]);
  },
]);

/** A pane that is painted over the sheet and takes no clicks: only a picture of the window shows it. */
const overThePane = (tab) =>
  waitFor(async () => (await tab.colourAt(await tab.sheet())) !== "255,0,255", "the sheet over the pane");

const panes = Object.keys(COVERS).map((cover) => [
  `painted_over_by_${cover}`,
  async (tab) => {
    await heldDraft(tab);
    await tab.page.evaluate(laid(cover));
    await overThePane(tab);
    assert.deepEqual(await anyway(tab), [DRAFT]);
  },
]);

const patches = Object.entries(PATCHES).map(([name, patch]) => [
  `patched_${name}`,
  async (tab) => {
    await composer(tab);
    await tab.page.evaluate(patch);
    await tab.type(DRAFT);
    await post(tab);
    await asked(tab);
  },
]);

export const hostile = {
  ...Object.fromEntries([...attacks, ...panes, ...patches]),

  async clicks_and_keys_of_a_script(tab) {
    await heldDraft(tab);
    await tab.page.evaluate(clickEverywhere, HOST);
    await asked(tab);
  },

  async scripted_submit(tab) {
    await named(tab);
    await tab.page.$eval(POST, (button) => button.click());
    await asked(tab);
  },

  async host_removed_before_the_submit(tab) {
    await named(tab);
    await tab.page.evaluate(ATTACKS.removed);
    await post(tab);
    await asked(tab);
  },

  async pressed_under_a_cover(tab) {
    await heldDraft(tab);
    await pressUnder(tab, "Post anyway");
    await tab.button("Post anyway");
    assert.deepEqual(await tab.posted(), []);
    assert.deepEqual(await anyway(tab), [DRAFT]);
  },

  async press_that_began_under_a_cover(tab) {
    await heldDraft(tab);
    const { x, y } = await tab.button("Post anyway");
    await tab.page.mouse.move(x, y);
    await tab.page.mouse.down();
    await tab.page.evaluate(laid("popover"));
    await overThePane(tab);
    await tab.page.mouse.up();
    await tab.button("Post anyway");
    assert.deepEqual(await tab.posted(), []);
    assert.deepEqual(await anyway(tab), [DRAFT]);
  },

  async card_pressed_under_a_cover(tab) {
    await named(tab);
    await tab.openCard(NAME);
    await pressUnder(tab, REWRITE);
    // On a busy machine the last key's own answer may have closed the card meanwhile: then it is opened again.
    const there = async () => (await tab.find(REWRITE)) || ((await tab.openCard(NAME)) && (await tab.find(REWRITE)));
    await waitFor(there, "the rewrite");
    assert.equal(await tab.value(COMPOSER), DRAFT);
    await tab.click(REWRITE);
    await tab.sees();
    assert.equal(await tab.value(COMPOSER), MENDED);
  },

  async uncovered_sheet_left_alone(tab) {
    await heldDraft(tab);
    const closed = `function () {
      const dialog = this.querySelector("dialog");
      if (dialog.closed === undefined) { dialog.closed = 0; dialog.addEventListener("close", () => { dialog.closed += 1; }); }
      return dialog.closed;
    }`;
    assert.equal(await tab.inRoot(closed, null), 0);
    await tab.page.evaluate(() => new Promise((done) => {
      let frames = 90;
      const next = () => (frames-- ? requestAnimationFrame(next) : done());
      next();
    }));
    assert.equal(await tab.inRoot(closed, null), 0);
  },

  async root_unreadable(tab) {
    await named(tab);
    const root = await tab.page.evaluate((name) => {
      const host = document.querySelector(name);
      return [host.shadowRoot, host.openOrClosedShadowRoot ?? null, host.textContent];
    }, HOST);
    assert.deepEqual(root, [null, null, ""]);
  },

  async forged_messages(tab, around) {
    await heldDraft(tab);
    assert.ok(["no way to ask", "refused"].includes(await tab.page.evaluate(forge, around.extensionId)));
    const kept = await around.inExtension(async () => JSON.stringify(await chrome.storage.session.get(null)));
    assert.ok(kept.includes('"protected"') && !kept.includes('"off"'), kept);
    await asked(tab);
    assert.deepEqual(texts(await tab.posted()), []);
  },
};

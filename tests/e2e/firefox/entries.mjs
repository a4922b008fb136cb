// Plays one entry of the checklist (../checklist.json) in Firefox: goes there, writes or not, sends, and says whether it was
// held with nothing gone out. The same steps as test_checklist.py takes in Chromium. Called by driver.mjs.
import { readFile } from "node:fs/promises";
import { waitFor } from "./tab.mjs";

const source = await readFile(new URL("../find_control.js", import.meta.url), "utf8");
const FIND = source.slice(source.indexOf("\n(") + 1);

async function take(tab, step, name) {
  const [kind, ...rest] = step.split(" ");
  if (kind === "enter") return tab.press("Enter");
  const asked = JSON.stringify({ kind, what: rest.join(" "), name });
  const find = () => tab.page.evaluate(`(${FIND.trim()})(${asked})`).catch(() => null);
  const { x, y } = await waitFor(find, `a control to ${step}`);
  return tab.page.mouse.click(x, y);
}

async function focus(tab, selector) {
  const find = () =>
    tab.page.evaluate((wanted) => {
      const box = [...document.querySelectorAll(wanted)].at(-1);
      box?.scrollIntoView({ block: "center" });
      const { x, y, width, height } = box?.getBoundingClientRect() ?? {};
      return box ? { x: x + width / 2, y: y + height / 2 } : null;
    }, selector);
  const { x, y } = await waitFor(find, `the box ${selector}`);
  await tab.page.mouse.click(x, y);
}

/** True when a sheet with this "anyway" came and nothing went out. */
export async function tryEntry(tab, { entry, address, name, words }) {
  await tab.page.goto(address);
  for (const step of entry.steps) await take(tab, step, name);
  if (entry.box) {
    await focus(tab, entry.box);
    await tab.insert(entry.text);
  }
  for (const step of [...entry.before_send, entry.send]) await take(tab, step, name);
  const posted = () => tab.page.evaluate(() => window.__posted.length);
  await waitFor(async () => (await tab.held()) || (await posted()) > 0, "a sheet, or something going out");
  return (await posted()) === 0 && (await tab.words()).includes(words);
}

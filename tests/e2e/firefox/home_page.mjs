// The home page in Firefox ESR, without the extension: `node home_page.mjs LINK`. Signs in, opens every section, keeps
// something and deletes everything; prints one line of JSON, {"ok": true} or {"ok": false, "why": …}. Called by test_home_page.py.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PATIENCE_MS } from "./tab.mjs";

const [link] = process.argv.slice(2);
const modules = fileURLToPath(new URL("../../../extension/node_modules/", import.meta.url));
const { default: puppeteer } = await import(createRequire(modules).resolve("puppeteer-core"));
const browser = await puppeteer.launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true });

async function walk(page) {
  page.setDefaultTimeout(PATIENCE_MS);
  const heading = (words) => page.waitForFunction((said) => document.querySelector("h1")?.textContent === said, {}, words);
  await page.goto(link);
  await heading("A second look, on your side");
  assert.ok(!page.url().includes("code"), "the code stayed in the address");
  assert.deepEqual(await page.cookies(), []);
  const sections = ["At a glance", "My people", "My accounts", "My hours", "The policy", "What is kept"];
  for (const name of sections) {
    await page.locator(`nav.sections a::-p-text(${name})`).click();
    await heading(name);
  }
  await page.locator("nav.sections a[href='#people']").click();
  await page.locator("summary::-p-text(Add or forget by name)").click();
  await page.locator("form input[type=text]").fill("Zebulon Quist");
  await page.locator("form button[type=submit]").click();
  await page.waitForSelector("button[aria-label^='Forget: My own child']");
  await page.locator("nav.sections a[href='#kept']").click();
  await page.locator("main button.grave").click();
  await page.locator("dialog button.grave").click();
  await page.waitForSelector("[data-done]");
  await page.waitForSelector("main p::-p-text(Nothing is kept about you.)");
}

let answer = { ok: true };
try {
  await walk(await browser.newPage());
} catch (error) {
  answer = { ok: false, why: String(error.message ?? error) };
}
process.stdout.write(`${JSON.stringify(answer)}\n`);
await browser.close();

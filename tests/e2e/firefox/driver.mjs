// Runs Firefox with the extension and plays scenarios on demand: `node driver.mjs EXTENSION_FOLDER SITE_PORT`.
// Each line on stdin names a scenario; each answer on stdout is one line of JSON, {"ok": true} or {"ok": false, "why": ...}.
// The first line out says that the browser is up. It ends when stdin ends. Called by firefox.py, which sets HOME.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { scenarios } from "./scenarios.mjs";
import { Tab } from "./tab.mjs";

const FIREFOX = "/usr/bin/firefox-esr";
const [extension, port] = process.argv.slice(2);
const modules = fileURLToPath(new URL("../../../extension/node_modules/", import.meta.url));
const { default: puppeteer } = await import(createRequire(modules).resolve("puppeteer-core"));

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: FIREFOX,
  headless: true,
  acceptInsecureCerts: true,
  defaultViewport: { width: 1000, height: 800 },
  extraPrefsFirefox: {
    "network.dns.localDomains": "www.facebook.com,www.instagram.com",
    "network.socket.forcePort": `443=${port}`,
    "intl.locale.requested": "en-US",
  },
});
await browser.installExtension(extension);
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
say({ ok: true, browser: await browser.version() });

async function play(name) {
  const scenario = scenarios[name];
  if (!scenario) return { ok: false, why: `there is no scenario ${name}` };
  const page = await browser.newPage();
  page.setDefaultTimeout(8_000);
  try {
    await scenario(new Tab(page, browser.connection));
    return { ok: true };
  } catch (error) {
    return { ok: false, why: String(error.message ?? error) };
  } finally {
    await page.close();
  }
}

for await (const line of createInterface({ input: process.stdin })) say(await play(line.trim()));
await browser.close();

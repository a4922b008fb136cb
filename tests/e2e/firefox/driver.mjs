// Runs Firefox with the extension and plays scenarios on demand: `node driver.mjs EXTENSION_FOLDER SITE_PORT SITE_HOSTS LOCALE`.
// With `by-policy` in place of the folder the machine's own policies.json installs it, and this profile takes unsigned add-ons.
// Each line on stdin names a scenario, or is an entry of the checklist as JSON; each answer on stdout is one line of JSON,
// {"ok": true} or {"ok": false, "why": ...}. In between, a scenario may ask for something to be done to the world outside:
// {"world": NAME, "with": [...]}, and the next line on stdin is {"ok": true, "value": ...} or {"ok": false}.
// The first line out says that the browser is up. It ends when stdin ends. Called by firefox.py, which sets HOME.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Around } from "./around.mjs";
import { tryEntry } from "./entries.mjs";
import { scenarios } from "./scenarios.mjs";
import { composer } from "./scenarios/composer.mjs";
import { PATIENCE_MS, Tab, waitFor } from "./tab.mjs";

const headless = Boolean(process.env.MOZ_HEADLESS); // Firefox reads it too
const FIREFOX = process.env.SECOND_LOOK_FIREFOX ?? "/usr/bin/firefox-esr";
const [extension, port, hosts, locale] = process.argv.slice(2);
const byPolicy = extension === "by-policy";
const modules = fileURLToPath(new URL("../../../extension/node_modules/", import.meta.url));
const { default: puppeteer } = await import(createRequire(modules).resolve("puppeteer-core"));

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: FIREFOX,
  headless,
  args: ["--remote-allow-system-access"],
  acceptInsecureCerts: true,
  timeout: 60_000, // a busy machine; a quiet one takes two seconds
  defaultViewport: headless ? { width: 1000, height: 800 } : null,
  extraPrefsFirefox: {
    "network.dns.localDomains": hosts,
    "network.socket.forcePort": `443=${port}`,
    "intl.locale.requested": locale,
    // The event page sleeps after half a second in place of half a minute: most of what is played here has to wake it first.
    "extensions.background.idle.timeout": 500,
    ...(byPolicy ? { "xpinstall.signatures.required": false } : {}),
  },
});
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
let extensionId = "";
if (byPolicy) await installed();
else extensionId = await browser.installExtension(extension);
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
say({ ok: true, browser: await browser.version() });

/** One tab for the whole checklist, which goes from address to address. */
let listed = null;

async function playEntry({ entry, address, lang, name, words }) {
  listed ??= new Tab(await browser.newPage(), browser.connection);
  listed.page.setDefaultTimeout(PATIENCE_MS);
  try {
    return { ok: true, held: await tryEntry(listed, { entry, address, lang, name, words }) };
  } catch (error) {
    return { ok: false, why: `${entry.id} in ${lang}: ${error.message ?? error}` };
  }
}

/** Firefox tells nobody outside when a policy's add-on is in; a composer looked after by it does. */
async function installed() {
  const page = await browser.newPage();
  const tab = new Tab(page, browser.connection);
  await waitFor(
    async () => {
      await composer(tab);
      await tab.type("a");
      return waitFor(() => page.$("second-look-warnings"), "us on the page", 3_000).catch(() => null);
    },
    "the add-on that the policy installs",
    45_000,
  );
  await page.close();
}

async function world(name, ...values) {
  say({ world: name, with: values });
  const answer = JSON.parse((await lines.next()).value);
  if (!answer.ok) throw new Error(`the world outside could not do: ${name}`);
  return answer.value;
}

async function play(name) {
  const scenario = scenarios[name];
  if (!scenario) return { ok: false, why: `there is no scenario ${name}` };
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const around = new Around(browser, extensionId, world);
  try {
    await scenario(new Tab(page, browser.connection), around);
    return { ok: true };
  } catch (error) {
    return { ok: false, why: String(error.message ?? error) };
  } finally {
    await around.restore();
    await page.close();
  }
}

for await (const line of lines) {
  say(line.startsWith("{") ? await playEntry(JSON.parse(line)) : await play(line.trim()));
}
await browser.close();

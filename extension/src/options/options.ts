// The options page: is every link of the chain in order, what has the school set, and what a person may set.
// Asks the worker; speaks to nobody else, shows no text and no name.
import { asStatus } from "../protocol";
import { OWN, type Settings } from "../settings";
import { SettingsStore } from "../settings-store";
import { siteFiles } from "../site-files";
import { make } from "../warning/make";
import { helpLink } from "./help-link";
import { type Line, selfTest } from "./self-test";

declare const SECOND_LOOK_RULES: string;

/** While the agent is starting or away, it is asked again by itself. */
const SETTLED: readonly string[] = ["protected", "limited", "paused", "not_protecting"];
const AGAIN_MS = 3_000;
let again: ReturnType<typeof setTimeout> | undefined;
let shown = "";

const SIGNS = { good: "✓", poor: "!", bad: "✗", unknown: "–" } as const;
const word = (key: string, fill?: string[]) => chrome.i18n.getMessage(key, fill);

function place<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`options.html has no ${id}`);
  return found as Kind;
}

function row({ step, state, say, fill }: Line): HTMLElement {
  return make("li", {
    class: state,
    children: [
      make("span", { class: "sign", text: SIGNS[state], attributes: { "aria-hidden": "true" } }),
      make("div", {
        children: [
          make("strong", { text: `${word(`test_${step}`)} (${word(`test_is_${state}`)})` }),
          make("p", { text: word(say, fill) }),
        ],
      }),
    ],
  });
}

async function runTest(): Promise<void> {
  const list = place("test");
  list.setAttribute("aria-busy", "true");
  const answer = await chrome.runtime.sendMessage({ kind: "tab_status", tab: -1, ours: false }).catch(() => null);
  const status = asStatus(answer) ?? {
    agent: "unreachable",
    version: null,
    checked: null,
    siteFiles: { refused: false, anchors: {} },
  };
  const { version } = chrome.runtime.getManifest();
  const lines = selfTest({ ...status, siteFiles: siteFiles(status.siteFiles) }, { version, rules: SECOND_LOOK_RULES });
  // Drawn again only when something has changed: each time a screen reader reads it out.
  if (JSON.stringify(lines) !== shown) list.replaceChildren(...lines.map(row));
  shown = JSON.stringify(lines);
  list.setAttribute("aria-busy", "false");
  clearTimeout(again);
  if (!SETTLED.includes(status.agent)) again = setTimeout(() => void runTest(), AGAIN_MS);
}

function showSettings(settings: Settings): void {
  for (const name of OWN) {
    const locked = settings.locked.includes(name);
    for (const choice of document.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)) {
      choice.checked = choice.value === settings[name];
      choice.disabled = locked;
    }
    place(`locked-${name}`).hidden = !locked;
  }
  place("sites").textContent = settings.sites.map((site) => word(`site_${site}`)).join(", ");
  place("managed").textContent = word(settings.managed ? "managed_yes" : "managed_no");
  place("help").replaceChildren(...helpLink(settings));
}

async function open(): Promise<void> {
  document.documentElement.lang = word("language");
  for (const element of document.querySelectorAll<HTMLElement>("[data-word]")) {
    element.textContent = word(element.dataset.word ?? "");
  }
  document.title = word("options_title");
  const store = new SettingsStore(() => void store.get().then(showSettings));
  showSettings(await store.get());
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const own = OWN.find((name) => name === target.name);
    if (own) void store.set(own, target.value);
  });
  place("again").addEventListener("click", () => void runTest());
  await runTest();
}

void open();

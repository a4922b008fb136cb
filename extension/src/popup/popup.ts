// The popup: says per tab whether what is written there is checked, and what the agent says of itself.
// Asks the worker when opened and while it stays open; shows no text, no name, no count.
import { helpLink } from "../options/help-link";
import { asStatus, type TabStatus } from "../protocol";
import { siteOf } from "../settings";
import { SettingsStore } from "../settings-store";
import { siteFiles } from "../site-files";
import { make } from "../warning/make";

/** An agent that starts or ends while the window is open is noticed. */
const REFRESH_MS = 2_000;

const AGENT_WORDS: Readonly<Record<string, string>> = {
  protected: "agent_protected",
  starting: "agent_starting",
  limited: "agent_limited",
  paused: "agent_paused",
  no_host: "agent_no_host",
};

function say(id: string, key: string, fill?: string): void {
  const place = document.getElementById(id);
  const words = key && chrome.i18n.getMessage(key, fill);
  if (place && place.textContent !== words) place.textContent = words; // said to a screen reader only when it changes
}

async function open(): Promise<void> {
  document.documentElement.lang = chrome.i18n.getMessage("language");
  say("not-covered", "not_covered");
  say("options", "options_link");
  document.getElementById("options")?.addEventListener("click", () => void chrome.runtime.openOptionsPage());
  const store = new SettingsStore(() => void showHelpDesk(store));
  void showHelpDesk(store).catch(() => {}); // without it there is no link, and all else is told
  // Asked again whatever the first answer was: a worker that is just being woken answers nobody.
  setInterval(refresh, REFRESH_MS);
  await refresh();
}

function refresh(): Promise<void> {
  return showTab().catch(unreachable);
}

async function showTab(): Promise<void> {
  // Only on pages of ours may we read the address; no address means that it is none of them.
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const ours = siteOf(tab?.url) !== null;
  const status = asStatus(await chrome.runtime.sendMessage({ kind: "tab_status", tab: tab?.id ?? -1, ours }));
  if (!status) return unreachable();
  say("tab", `tab_${status.coverage}`);
  showSurfaces(status.surfaces);
  say("agent", AGENT_WORDS[status.agent] ?? "agent_away");
  const { refused, anchors } = siteFiles(status.siteFiles);
  say("site-files", refused ? "test_sites_refused" : anchors.length > 0 ? "test_sites_poor" : "", anchors.join(", "));
}

/** One line for each kind of box that was written in on this page. */
function showSurfaces(surfaces: TabStatus["surfaces"]): void {
  const word = chrome.i18n.getMessage;
  const lines = Object.entries(surfaces).map(([surface, coverage]) => {
    const state = word(`is_${coverage}`) || word("is_unchecked");
    return make("li", { text: `${word(`surface_${surface}`)}: ${state}` });
  });
  document.getElementById("surfaces")?.replaceChildren(...lines);
}

function unreachable(): void {
  say("tab", "tab_unreachable");
  showSurfaces({});
}

async function showHelpDesk(store: SettingsStore): Promise<void> {
  document.getElementById("help")?.replaceChildren(...helpLink(await store.get()));
}

void open().catch(unreachable);

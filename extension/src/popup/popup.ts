// The popup: says per tab whether what is written there is checked, and what the agent says of itself.
// Asks the worker once when opened; shows no text, no name, no count.
import { helpLink } from "../options/help-link";
import { asStatus } from "../protocol";
import { siteOf } from "../settings";
import { SettingsStore } from "../settings-store";

const AGENT_WORDS: Readonly<Record<string, string>> = {
  protected: "agent_protected",
  starting: "agent_starting",
  limited: "agent_limited",
  paused: "agent_paused",
  no_host: "agent_no_host",
};

function say(id: string, key: string): void {
  const place = document.getElementById(id);
  if (place) place.textContent = chrome.i18n.getMessage(key);
}

async function open(): Promise<void> {
  document.documentElement.lang = chrome.i18n.getMessage("language");
  say("not-covered", "not_covered");
  say("options", "options_link");
  document.getElementById("options")?.addEventListener("click", () => void chrome.runtime.openOptionsPage());
  const store = new SettingsStore(() => void showHelpDesk(store));
  await showHelpDesk(store);
  // Only on pages of ours may we read the address; no address means that it is none of them.
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const ours = siteOf(tab?.url) !== null;
  const status = asStatus(await chrome.runtime.sendMessage({ kind: "tab_status", tab: tab?.id ?? -1, ours }));
  if (!status) {
    say("tab", "tab_unreachable");
    return;
  }
  say("tab", `tab_${status.coverage}`);
  say("agent", AGENT_WORDS[status.agent] ?? "agent_away");
}

async function showHelpDesk(store: SettingsStore): Promise<void> {
  document.getElementById("help")?.replaceChildren(...helpLink(await store.get()));
}

void open().catch(() => say("tab", "tab_unreachable"));

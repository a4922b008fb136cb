// The popup: says per tab whether what is written there is checked, and what the agent says of itself.
// Asks the worker once when opened; shows no text, no name, no count.
import { isRecord } from "../outcome";

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
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const status: unknown = await chrome.runtime.sendMessage({ kind: "tab_status", tab: tab?.id ?? -1 });
  if (!isRecord(status)) {
    say("tab", "tab_unreachable");
    return;
  }
  say("tab", `tab_${status.coverage}`);
  say("agent", AGENT_WORDS[String(status.agent)] ?? "agent_away");
  await showHelpDesk();
}

async function showHelpDesk(): Promise<void> {
  const { helpDesk } = await chrome.storage.managed.get("helpDesk").catch(() => ({ helpDesk: undefined }));
  if (typeof helpDesk !== "string" || !helpDesk.startsWith("https://")) return;
  const link = document.createElement("a");
  link.href = helpDesk;
  link.target = "_blank";
  link.rel = "noreferrer";
  link.textContent = chrome.i18n.getMessage("help_desk");
  const place = document.getElementById("help");
  place?.replaceChildren(link);
  place?.removeAttribute("hidden");
}

void open().catch(() => say("tab", "tab_unreachable"));

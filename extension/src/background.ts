// The service worker (Firefox: event page): the only caller of the agent, and the keeper of each tab's badge.
// It decides nothing about a text and stores none. Its state lives in storage.session, as it may be suspended at any time.
import extension from "../../agent/secondlook/extension.json";
import { AgentClient } from "./agent-client";
import { AWAY } from "./away.gen";
import { asLanguage, clausesIn } from "./clauses";
import { CLAUSES } from "./clauses.gen";
import { NativeLink } from "./link";
import { away, type Outcome } from "./outcome";
import { asMessage, type Coverage, type Message, type TabStatus } from "./protocol";

const language = asLanguage(chrome.i18n.getMessage("language"));
const agent = new AgentClient(new NativeLink(extension.native_host), language);
const clauses = clausesIn(CLAUSES, language);

/** A dash when nothing is checked, a question mark where the page is not recognised. Never a count of warnings. */
const BADGES: Record<Coverage, string> = {
  idle: "",
  protected: "",
  starting: "…",
  not_recognised: "?",
  unreachable: "–",
  reload: "–",
};

chrome.runtime.onMessage.addListener((raw: unknown, sender, answer) => {
  const message = sender.id === chrome.runtime.id ? asMessage(raw) : null;
  if (!message) return false;
  void reply(message, sender).then(answer, () => answer(null));
  return true; // the answer comes later
});

async function reply(message: Message, sender: chrome.runtime.MessageSender): Promise<unknown> {
  const tab = sender.tab?.id;
  switch (message.kind) {
    case "check":
      // Two frames of two tabs may use the same editor number; the sender tells them apart.
      return withPolicy(await agent.check(`${tab}/${sender.frameId}/${message.editor}`, message.attempt), message);
    case "clause":
      return clauses(message.key);
    case "not_a_student":
      return agent.tell("/v1/exceptions", { name: message.name, kind: "not_student" });
    case "for_school":
      return agent.tell("/v1/for-school", { site: message.site });
    case "coverage":
      if (tab !== undefined) await showCoverage(tab, message.coverage);
      return null;
    case "tab_status":
      return tabStatus(message.tab);
  }
}

/** With no answer, the policy still says something about the bare action. */
function withPolicy(outcome: Outcome, { attempt }: Extract<Message, { kind: "check" }>): Outcome {
  if (outcome.kind !== "away") return outcome;
  const { verdict, say } = AWAY[attempt.action];
  return away(outcome.reason, { verdict, say: say[language] });
}

async function showCoverage(tab: number, coverage: Coverage): Promise<void> {
  await chrome.storage.session.set({ [`tab-${tab}`]: coverage });
  await chrome.action.setBadgeBackgroundColor({ tabId: tab, color: "#5f6368" });
  await chrome.action.setBadgeText({ tabId: tab, text: BADGES[coverage] });
}

async function tabStatus(tab: number): Promise<TabStatus> {
  const slot = `tab-${tab}`;
  const [stored, health] = await Promise.all([chrome.storage.session.get(slot), agent.health()]);
  const coverage = asMessage({ kind: "coverage", coverage: stored[slot] });
  return {
    coverage: coverage?.kind === "coverage" ? coverage.coverage : "idle",
    agent: health.protection,
    version: health.version,
  };
}

chrome.tabs.onRemoved.addListener((tab) => {
  void chrome.storage.session.remove(`tab-${tab}`);
});

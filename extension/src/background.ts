// The service worker (Firefox: event page): the only caller of the agent, and the keeper of each tab's badge.
// It decides nothing about a text and stores none. Its state lives in storage.session, as it may be suspended at any time.
import { native_host } from "../../agent/secondlook/extension.json";
import { AgentClient } from "./agent-client";
import { AWAY } from "./away.gen";
import { asLanguage, clausesIn } from "./clauses";
import { CLAUSES } from "./clauses.gen";
import { BADGES, coverageNow } from "./coverage";
import { NativeLink } from "./link";
import { away, type Outcome } from "./outcome";
import { asMessage, type Coverage, type Message, type TabStatus } from "./protocol";
import { looksAfter, whenAway } from "./settings";
import { SettingsStore } from "./settings-store";
import { Visits } from "./visits";

const language = asLanguage(chrome.i18n.getMessage("language"));
const agent = new AgentClient(new NativeLink(native_host), language);
const settings = new SettingsStore();
const visits = new Visits(chrome.storage.session, (attempt) => agent.check(`visit/${attempt.site}`, attempt));
const clauses = clausesIn(CLAUSES, language);

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
    case "visit":
      return visits.told(message.attempt);
    case "clause":
      return clauses(message.key);
    case "not_a_student":
      return agent.tell("/v1/exceptions", { name: message.name, kind: "not_student" });
    case "for_school":
      return agent.tell("/v1/for-school", { site: message.site });
    case "coverage":
      return tab === undefined ? null : heard(tab, message.coverage, sender.url);
    case "tab_status":
      return tabStatus(message);
  }
}

/** With no answer, the policy still says something about the bare action. */
async function withPolicy(outcome: Outcome, { attempt }: Extract<Message, { kind: "check" }>): Promise<Outcome> {
  if (outcome.kind !== "away") return outcome;
  if (outcome.reason === "paused") return away("paused", { verdict: "allow", say: "" }); // they asked not to be asked
  const { verdict, say } = AWAY[attempt.action];
  return away(outcome.reason, whenAway(await settings.get(), { verdict, say: say[language] }));
}

/** A page has said how it is looked after. The answer "off" asks its script to leave, as the school has left the site out. */
async function heard(tab: number, coverage: Coverage, address: string | undefined): Promise<"off" | null> {
  const off = !looksAfter(await settings.get(), address);
  const said = off ? "off" : coverage;
  await chrome.storage.session.set({ [`tab-${tab}`]: said });
  // The pause may have begun since this text was checked, so the agent itself is asked.
  const agentSays = said === "protected" ? (await agent.health()).protection : null;
  await showBadge(tab, agentSays === "paused" ? "paused" : said);
  return off ? "off" : null;
}

async function showBadge(tab: number, coverage: Coverage): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ tabId: tab, color: "#5f6368" });
  await chrome.action.setBadgeText({ tabId: tab, text: BADGES[coverage] });
}

async function tabStatus({ tab, ours }: Extract<Message, { kind: "tab_status" }>): Promise<TabStatus> {
  const slot = `tab-${tab}`;
  const [stored, health] = await Promise.all([chrome.storage.session.get(slot), agent.health()]);
  const said = asMessage({ kind: "coverage", coverage: stored[slot] });
  const coverage = coverageNow(said?.kind === "coverage" ? said.coverage : null, ours, health.protection);
  if (ours) await showBadge(tab, coverage);
  return { coverage, agent: health.protection, version: health.version, checked: health.checked };
}

chrome.tabs.onRemoved.addListener((tab) => {
  void chrome.storage.session.remove(`tab-${tab}`);
});

// The service worker (Firefox: event page): the only caller of the agent, and the keeper of each tab's badge.
// It decides nothing about a text and stores none. Its state lives in storage.session, as it may be suspended at any time.
import facebook from "packed:facebook";
import instagram from "packed:instagram";
import { native_host } from "../../agent/secondlook/extension.json";
import { AgentClient } from "./agent-client";
import { AWAY } from "./away.gen";
import type { Ask } from "./checks";
import { asLanguage, clausesIn } from "./clauses";
import { CLAUSES } from "./clauses.gen";
import { BADGES, coverageNow } from "./coverage";
import { NativeLink } from "./link";
import { withMentions } from "./mention-checks";
import { away, type Outcome } from "./outcome";
import { photoNote } from "./photo-note";
import { asMessage, type Coverage, LINE, type Message, type TabStatus, type Told } from "./protocol";
import { Reminder } from "./reminder";
import { looksAfter, whenAway } from "./settings";
import { SettingsStore } from "./settings-store";
import { SiteLabels } from "./site-labels";
import { TabCoverage } from "./tab-coverage";
import { Visits } from "./visits";
import { STYLES } from "./warning/styles";
import type { Words } from "./words";

const language = asLanguage(chrome.i18n.getMessage("language"));
const agent = new AgentClient(new NativeLink(native_host), language);
const settings = new SettingsStore();
const visits = new Visits(chrome.storage.session, (attempt) => agent.check(`visit/${attempt.site}`, attempt));
const labels = new SiteLabels(chrome.storage.local, () => agent.read("/v1/sites"), [facebook, instagram]);
const tabs = new TabCoverage(chrome.storage.session);
const reminder = new Reminder(chrome.storage.local);
const words: Words = (key, substitution) => chrome.i18n.getMessage(key, substitution);
const clauses = clausesIn(CLAUSES, language);

chrome.runtime.onMessage.addListener((raw: unknown, sender, answer) => {
  const message = sender.id === chrome.runtime.id ? asMessage(raw) : null;
  if (!message) return false;
  void reply(message, sender).then(answer, () => answer(null));
  return true; // the answer comes later
});

/** A page's checks come on a port of their own; each is answered under its own number. */
chrome.runtime.onConnect.addListener((port) => {
  const { sender } = port;
  if (port.name !== LINE || sender?.id !== chrome.runtime.id) {
    port.disconnect();
    return;
  }
  let open = true;
  port.onDisconnect.addListener(() => {
    open = false;
  });
  port.onMessage.addListener((raw: unknown) => {
    const message = asMessage(raw);
    if (message?.kind !== "check") return;
    const { turn } = raw as { turn?: unknown };
    const answer = (outcome: unknown) => open && port.postMessage({ turn, outcome });
    void reply(message, sender).then(answer, () => answer(null));
  });
});

async function reply(message: Message, sender: chrome.runtime.MessageSender): Promise<unknown> {
  const tab = sender.tab?.id;
  switch (message.kind) {
    case "check":
      // Two frames of two tabs may use the same editor number; the sender tells them apart.
      return withPolicy(await asking(`${tab}/${sender.frameId}`)(message.editor, message.attempt), message);
    case "photos":
      return photoNote(message.photos, message.account, message.site, {
        ask: (editor, attempt) => agent.check(`${tab}/${editor}`, attempt),
        words,
        clauses,
      });
    case "visit":
      return visits.told(message.attempt, message.staying);
    case "remind":
      return reminder.due((await settings.get()).audienceReminder);
    case "clause":
      return clauses(message.key);
    case "except":
      return keptAll(message);
    case "for_school":
      return agent.tell("/v1/for-school", { site: message.site });
    case "hello":
      return greeted(message.site, sender);
    case "look":
      return STYLES;
    case "coverage":
      return heard(message, sender);
    case "tab_status":
      return tabStatus(message);
  }
}

/** A person is shown by name and handle, and each is kept. */
async function keptAll({ names, as }: Extract<Message, { kind: "except" }>): Promise<boolean> {
  const kept = await Promise.all(names.map((name) => agent.tell("/v1/exceptions", { name, kind: as })));
  return kept.every(Boolean);
}

/** The way to check a text and the people mentioned in it, from one frame of one tab. */
function asking(frame: string): Ask {
  return withMentions((editor, attempt) => agent.check(`${frame}/${editor}`, attempt));
}

/** With no answer, the policy still says something about the bare action. */
async function withPolicy(outcome: Outcome, { attempt }: Extract<Message, { kind: "check" }>): Promise<Outcome> {
  if (outcome.kind !== "away") return outcome;
  if (outcome.reason === "paused") return away("paused", { verdict: "allow", say: "" }); // they asked not to be asked
  const { verdict, say } = AWAY[attempt.action];
  return away(outcome.reason, whenAway(await settings.get(), { verdict, say: say[language] }));
}

/** A page has begun. Frames within it get what they need, and do not speak for the tab before anybody writes in them. */
async function greeted(site: string, { tab, frameId, url }: chrome.runtime.MessageSender): Promise<Told> {
  const off = !looksAfter(await settings.get(), url);
  if (tab?.id !== undefined && frameId === 0) {
    await tabs.begin(tab.id, off ? "off" : "idle");
    await showBadge(tab.id, off ? "off" : "idle");
  }
  return { off, facts: await labels.of(site, false) };
}

/** A page has said how it is looked after. */
async function heard(
  { site, coverage, surface }: Extract<Message, { kind: "coverage" }>,
  { tab, url }: chrome.runtime.MessageSender,
): Promise<Told> {
  const off = !looksAfter(await settings.get(), url);
  const said = off ? "off" : coverage;
  if (tab?.id !== undefined) {
    await tabs.note(tab.id, said, surface);
    // The pause may have begun since this text was checked, so the agent itself is asked.
    const agentSays = said === "protected" ? (await agent.health()).protection : null;
    const now = (await tabs.of(tab.id))?.coverage ?? said; // the page may have said more since
    await showBadge(tab.id, now === "protected" && agentSays === "paused" ? "paused" : now);
  }
  const changed = said === "not_recognised" || said === "changed";
  return { off, facts: await labels.of(site, changed) };
}

async function showBadge(tab: number, coverage: Coverage): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ tabId: tab, color: "#5f6368" });
  await chrome.action.setBadgeText({ tabId: tab, text: BADGES[coverage] });
}

async function tabStatus({ tab, ours }: Extract<Message, { kind: "tab_status" }>): Promise<TabStatus> {
  const [said, health, siteFiles] = await Promise.all([tabs.of(tab), agent.health(), labels.served()]);
  const coverage = coverageNow(said?.coverage ?? null, ours, health.protection);
  if (ours) await showBadge(tab, coverage);
  // What was checked a while ago is not checked now, when the agent has gone since.
  const now = (then: Coverage) => coverageNow(then, ours, health.protection);
  const known = Object.entries(ours ? (said?.surfaces ?? {}) : {});
  const surfaces = Object.fromEntries(known.map(([surface, then]) => [surface, now(then)]));
  const { protection, version, checked } = health;
  return { coverage, surfaces, agent: protection, version, checked, siteFiles };
}

chrome.tabs.onRemoved.addListener((tab) => void tabs.forget(tab));

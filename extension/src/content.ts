// The content script: chooses the site's adapter and gives the shared modules their way to the worker.
// It never talks to the agent itself: a content script's requests would count as the page's own.
import facebookFacts from "../../shared_rules/sites/facebook.json";
import instagramFacts from "../../shared_rules/sites/instagram.json";
import { assemble, type Provider } from "./assemble";
import { asClause, asOutcome, away, type Outcome } from "./outcome";
import type { Coverage, Message } from "./protocol";
import { facebook } from "./sites/facebook";
import { instagram } from "./sites/instagram";
import { livePage } from "./sites/site";
import type { WordKey, Words } from "./words";

const words: Words = (key: WordKey, substitution?: string) => chrome.i18n.getMessage(key, substitution);
let shownCoverage: Coverage = "idle";

/** After an update this script outlives its extension, and every call to it fails; the person is told to reload. */
function orphaned(): boolean {
  return chrome.runtime?.id === undefined;
}

async function send(message: Message): Promise<unknown> {
  const answer: unknown = await chrome.runtime.sendMessage(message);
  return answer;
}

async function ask(editor: string, attempt: Extract<Message, { kind: "check" }>["attempt"]): Promise<Outcome> {
  if (orphaned()) return away("reload");
  try {
    return asOutcome(await send({ kind: "check", editor, attempt }));
  } catch {
    return away(orphaned() ? "reload" : "unreachable");
  }
}

function covered(coverage: Coverage): void {
  if (coverage === shownCoverage || orphaned()) return;
  shownCoverage = coverage;
  void send({ kind: "coverage", coverage }).catch(() => {}); // the badge is a copy; the pill tells the same
}

const provider: Provider = {
  ask,
  notStudent: async (name) => !orphaned() && (await send({ kind: "not_a_student", name }).catch(() => false)) === true,
  texts: { words, clauses: async (key) => asClause(await send({ kind: "clause", key })) },
  covered,
};

const facts = instagramFacts.hosts.includes(location.host) ? instagramFacts : facebookFacts;
const site = facts === instagramFacts ? instagram(facts, livePage()) : facebook(facts, livePage());
assemble(site, provider, new AbortController().signal);

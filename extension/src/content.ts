// What the content scripts share: the way to the worker, for a site that is looked after and for a visit alone.
// content-facebook.ts, content-instagram.ts and content-visit.ts choose the site; each page gets only its own.
// It never talks to the agent itself: a content script's requests would count as the page's own.
import { assemble, type Provider } from "./assemble";
import { asClause, asOutcome, away, type Outcome } from "./outcome";
import type { Coverage, Message } from "./protocol";
import type { SiteAdapter } from "./sites/site";
import { watchVisit } from "./visit";
import { orphaned, send, visitProvider, words } from "./visit-worker";
import { Bar } from "./warning/bar";

let shownCoverage: Coverage | null = null;
const here = new AbortController();

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
  // The badge is a copy; the pill tells the same. "off": the school has left this site out, so we leave the page.
  void send({ kind: "coverage", coverage }).then(
    (answer) => answer === "off" && here.abort(),
    () => {},
  );
}

const provider: Provider = {
  ask,
  notStudent: async (name) => !orphaned() && (await send({ kind: "not_a_student", name }).catch(() => false)) === true,
  texts: { words, clauses: async (key) => asClause(await send({ kind: "clause", key })) },
  covered,
};

/** Looks after a page of this site until the page goes. */
export function lookAfter(site: SiteAdapter): void {
  const { signal } = here;
  const host = assemble(site, provider, signal);
  const attempt = () => ({ action: "visit" as const, site: site.id, account: site.account() });
  watchVisit(attempt, visitProvider, new Bar(host, words), signal);
  if (window.top === window) covered("idle"); // a page that nobody has spoken for counts as not looked after
}

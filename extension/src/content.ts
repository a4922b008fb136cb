// What the content scripts share: the way to the worker, for a site that is looked after and for a visit alone.
// content-facebook.ts, content-instagram.ts and content-visit.ts choose the site; each page gets only its own.
// It never talks to the agent itself: a content script's requests would count as the page's own.
import { assemble, type Provider } from "./assemble";
import { watchCanary } from "./canary";
import type { Action } from "./contract.gen";
import type { Draft } from "./mentions";
import { asClause, asOutcome, away, type Outcome } from "./outcome";
import { asTold, type Coverage, type Told } from "./protocol";
import { adopting } from "./sites/adopted";
import type { SiteFacts } from "./sites/labels";
import type { SiteAdapter } from "./sites/site";
import { watchVisit } from "./visit";
import { dressed, greet, orphaned, send, visitProvider, words } from "./visit-worker";
import { Bar } from "./warning/bar";

/** A page that is not recognised may ask for newer labels this often. */
const AGAIN_MS = 5_000;
const MENDABLE: readonly Coverage[] = ["not_recognised", "changed"];

async function ask(editor: string, attempt: Draft): Promise<Outcome> {
  if (orphaned()) return away("reload");
  try {
    return asOutcome(await send({ kind: "check", editor, attempt }));
  } catch {
    return away(orphaned() ? "reload" : "unreachable");
  }
}

/** Looks after a page of this site until the page goes, by the shipped labels or by newer ones that the worker has. */
export function lookAfter(shipped: SiteFacts, make: (facts: SiteFacts) => SiteAdapter): void {
  const here = new AbortController();
  const { signal } = here;
  const site = adopting(shipped, make);
  let digest = "";
  let said = "";
  let saidAt = Number.NEGATIVE_INFINITY;

  const heed = (told: Told) => {
    if (told.off) here.abort(); // the school has left this site out
    const news = JSON.stringify(told.facts);
    if (told.facts && news !== digest) {
      digest = news;
      site.adopt(told.facts);
      page.lookAgain();
    }
  };
  const covered = (coverage: Coverage, surface: Action | null = null) => {
    const now = `${coverage} ${surface}`;
    const again = MENDABLE.includes(coverage) && performance.now() - saidAt > AGAIN_MS;
    if ((now === said && !again) || orphaned()) return;
    said = now;
    saidAt = performance.now();
    // The badge is a copy; the pill tells the same.
    void send({ kind: "coverage", site: site.id, coverage, surface }).then(
      (told) => heed(asTold(told)),
      () => {},
    );
  };
  const provider: Provider = {
    ask,
    notStudent: async (name) =>
      !orphaned() && (await send({ kind: "not_a_student", name }).catch(() => false)) === true,
    aboutPhotos: async (photos, account) => {
      const said = await send({ kind: "photos", site: site.id, account, photos }).catch(() => "");
      return typeof said === "string" ? said : "";
    },
    remind: async () => !orphaned() && (await send({ kind: "remind" }).catch(() => false)) === true,
    texts: { words, clauses: async (key) => asClause(await send({ kind: "clause", key })) },
    covered,
  };
  const page = assemble(site, provider, signal);
  const attempt = () => ({ action: "visit" as const, site: site.id, account: site.account() });
  watchVisit(attempt, visitProvider, new Bar(page.host, words), signal);
  // A page that nobody has spoken for counts as not looked after.
  void greet(site.id, heed);
  void dressed(page.host);
  if (window.top === window) {
    watchCanary(
      () => site.familiar(),
      (changed) => covered(changed ? "changed" : "idle"),
      signal,
    );
  }
}

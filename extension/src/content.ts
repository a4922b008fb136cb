// What the content scripts share: the way to the worker, for a site that is looked after and for a visit alone.
// content-facebook.ts, content-instagram.ts and content-visit.ts choose the site; each page gets only its own.
// It never talks to the agent itself: a content script's requests would count as the page's own.
import { assemble, type Guarded, type Provider } from "./assemble";
import { watchCanary } from "./canary";
import type { Action } from "./contract.gen";
import { Line } from "./line";
import { asClause } from "./outcome";
import { asTold, type Coverage, type Told } from "./protocol";
import type { Scene } from "./sites/scene";
import type { SiteAdapter } from "./sites/site";
import { watchVisit } from "./visit";
import { dressed, greet, orphaned, send, visitProvider, words } from "./visit-worker";
import { Bar } from "./warning/bar";

/** A page that is not recognised may ask for newer labels this often. */
const AGAIN_MS = 5_000;
const MENDABLE: readonly Coverage[] = ["not_recognised", "changed"];

/** Tells the worker how this page is looked after, and heeds what it answers. */
class Report {
  #page: Guarded | null = null;
  #facts = "";
  #said = "";
  #saidAt = Number.NEGATIVE_INFINITY;
  readonly #begun = Promise.withResolvers<void>();
  /** One after the other, hello first: one that has to be sent again must not undo a newer one. */
  #telling = this.#begun.promise.then(() => greet(this.#scene.facts.site, this.heed));

  readonly #scene: Scene;
  readonly #here: AbortController;

  constructor(scene: Scene, here: AbortController) {
    this.#scene = scene;
    this.#here = here;
  }

  /** The page is looked after from now on. One that nobody has spoken for counts as not looked after. */
  begin(page: Guarded): void {
    this.#page = page;
    this.#begun.resolve();
  }

  heed = (told: Told): void => {
    if (told.off) this.#here.abort(); // the school has left this site out
    const news = JSON.stringify(told.facts);
    if (!told.facts || news === this.#facts) return;
    this.#facts = news;
    this.#scene.adopt(told.facts);
    this.#page?.lookAgain();
  };

  covered = (coverage: Coverage, surface: Action | null = null): void => {
    const now = `${coverage} ${surface}`;
    const again = MENDABLE.includes(coverage) && performance.now() - this.#saidAt > AGAIN_MS;
    if ((now === this.#said && !again) || orphaned()) return;
    this.#said = now;
    this.#saidAt = performance.now();
    // The badge is a copy; the pill tells the same.
    const site = this.#scene.facts.site;
    this.#telling = this.#telling.then(async () => {
      const told = await send({ kind: "coverage", site, coverage, surface }).catch(() => null);
      this.heed(asTold(told));
    });
  };
}

function providerFor(site: string, { covered }: Report): Provider {
  const agreed = async (message: Parameters<typeof send>[0]) =>
    !orphaned() && (await send(message).catch(() => false)) === true;
  return {
    ask: new Line().ask,
    covered,
    except: (names, as) => agreed({ kind: "except", names, as }),
    remind: () => agreed({ kind: "remind" }),
    aboutPhotos: async (photos, account) => {
      const said = await send({ kind: "photos", site, account, photos }).catch(() => "");
      return typeof said === "string" ? said : "";
    },
    texts: { words, clauses: async (key) => asClause(await send({ kind: "clause", key })) },
  };
}

/** Looks after a page until it goes; `scene` takes up what newer labels the worker has. */
export function lookAfter(site: SiteAdapter, scene: Scene): void {
  const here = new AbortController();
  const { signal } = here;
  const report = new Report(scene, here);
  const page = assemble(site, providerFor(site.id, report), signal);
  report.begin(page);
  const attempt = () => ({ action: "visit" as const, site: site.id, account: site.account() });
  watchVisit(attempt, visitProvider, new Bar(page.host, words), signal);
  void dressed(page.host);
  if (window.top !== window) return;
  watchCanary(
    () => site.familiar(),
    (changed) => report.covered(changed ? "changed" : "idle"),
    signal,
  );
}

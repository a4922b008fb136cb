// A visit to a listed site: asked about when the page is first looked at, when the person comes back to its tab, and now and then
// while they stay, as a stay that began before the work day reaches into it. The worker knows when a spell has been told already, so that the bar comes once. It reads nothing of the page and holds
// nothing up. No chrome.* here; called by content.ts and content-visit.ts.
import type { Attempt, Warning } from "./contract.gen";
import { atEnd, on, whenRead } from "./listen";
import type { Outcome } from "./outcome";

/** An agent that is just starting is asked again, a few times. */
const TRIES = 3;
const RETRY_MS = 2_500;
/** Time for the site to draw itself: whose account acts is on the page, and a professional one is not asked. */
const DRAWN_MS = 800;

/** While somebody stays on a page. */
const STAY_MS = 5 * 60 * 1000;

export interface VisitProvider {
  /** Null when there is nothing to say: told already in this spell, or no answer. */
  visit(attempt: Attempt, staying: boolean): Promise<Outcome | null>;
  forSchool(site: string): Promise<boolean>;
}

export interface VisitBar {
  show(warning: Warning, forSchool: () => void): void;
}

/** Begins to look; ends with the signal. Frames within a page are no visits of their own. */
export function watchVisit(attempt: () => Attempt, provider: VisitProvider, bar: VisitBar, signal: AbortSignal): void {
  if (window.top !== window) return;
  const look = async (triesLeft: number, staying = false) => {
    if (signal.aborted || document.visibilityState !== "visible") return;
    const visit = attempt();
    const outcome = await provider.visit(visit, staying);
    if (outcome?.kind === "away" && triesLeft > 0) setTimeout(() => void look(triesLeft - 1), RETRY_MS);
    const warning = outcome?.kind === "decision" ? outcome.decision.warnings[0] : undefined;
    if (warning && !signal.aborted) bar.show(warning, () => void provider.forSchool(visit.site));
  };
  on(document, "visibilitychange", () => void look(TRIES), signal);
  const stay = setInterval(() => void (document.hasFocus() && look(0, true)), STAY_MS);
  atEnd(signal, () => clearInterval(stay));
  whenRead(() => setTimeout(() => void look(TRIES), DRAWN_MS), signal);
}

// A visit to a listed site: asked about when the page is first looked at and when the person comes back to its tab.
// The worker knows when a spell has been told already, so that the bar comes once. It reads nothing of the page and holds
// nothing up. No chrome.* here; called by content.ts and content-visit.ts.
import type { Attempt, Warning } from "./contract.gen";
import type { Outcome } from "./outcome";

/** An agent that is just starting is asked again, a few times. */
const TRIES = 3;
const RETRY_MS = 2_500;
/** Time for the site to draw itself: whose account acts is on the page, and a professional one is not asked. */
const DRAWN_MS = 800;

export interface VisitProvider {
  /** Null when there is nothing to say: told already in this spell, or no answer. */
  visit(attempt: Attempt): Promise<Outcome | null>;
  forSchool(site: string): Promise<boolean>;
}

export interface VisitBar {
  show(warning: Warning, forSchool: () => void): void;
}

/** Begins to look; ends with the signal. Frames within a page are no visits of their own. */
export function watchVisit(attempt: () => Attempt, provider: VisitProvider, bar: VisitBar, signal: AbortSignal): void {
  if (window.top !== window) return;
  const look = async (triesLeft: number) => {
    if (signal.aborted || document.visibilityState !== "visible") return;
    const visit = attempt();
    const outcome = await provider.visit(visit);
    if (outcome?.kind === "away" && triesLeft > 0) setTimeout(() => void look(triesLeft - 1), RETRY_MS);
    const warning = outcome?.kind === "decision" ? outcome.decision.warnings[0] : undefined;
    if (warning && !signal.aborted) bar.show(warning, () => void provider.forSchool(visit.site));
  };
  document.addEventListener("visibilitychange", () => void look(TRIES), { signal });
  const first = () => setTimeout(() => void look(TRIES), DRAWN_MS);
  if (document.readyState !== "loading") first();
  else document.addEventListener("DOMContentLoaded", first, { signal, once: true });
}

// What the badge and the popup say of a tab, from what its content script said last and what the agent says now. Pure.
// Honest before kind: an agent that is paused or gone outweighs an older "protected", and a page of ours that no script
// has spoken for was open before we came, so it is not looked after until it is reloaded.
import type { Coverage } from "./protocol";

/** What the agent says of itself while it answers; anything else is a reason why it does not. */
const ANSWERS: readonly string[] = ["protected", "starting", "limited", "paused", "not_protecting"];
/** States of the page itself, which no agent can mend. */
const OF_THE_PAGE: readonly Coverage[] = ["off", "reload", "not_recognised", "changed", "failed"];

export function coverageNow(said: Coverage | null, ourSite: boolean, agent: string): Coverage {
  if (!ourSite) return "idle";
  if (said === null) return "reload";
  if (OF_THE_PAGE.includes(said)) return said;
  if (!ANSWERS.includes(agent) || agent === "not_protecting") return "unreachable";
  if (agent === "paused" || agent === "starting") return agent;
  // The agent is back: the page itself finds that out with its next check, within seconds.
  return said === "paused" || said === "unreachable" ? "idle" : said;
}

/** A dash when nothing is checked, a question mark where the page is not recognised, an exclamation mark where something failed. Never a count of warnings. */
export const BADGES: Readonly<Record<Coverage, string>> = {
  idle: "",
  protected: "",
  starting: "…",
  not_recognised: "?",
  changed: "?",
  failed: "!",
  unreachable: "–",
  paused: "–",
  off: "",
  reload: "↻",
};

// The self-test under options: one line for each link of the chain, from what the worker learnt by asking the agent once.
// Pure: answer in, lines out. A step behind a broken one is "unknown", never "good".
import type { Checked } from "../contract.gen";
import type { SiteFiles } from "../site-files";

export type Step = "host" | "agent" | "proof" | "version" | "roster" | "names" | "calendar" | "rules" | "sites";

export interface Line {
  readonly step: Step;
  readonly state: "good" | "poor" | "bad" | "unknown";
  /** The key of the sentence, and what goes into it. */
  readonly say: string;
  readonly fill?: string[];
}

export interface Answered {
  /** The agent's word for itself, or the reason why there is no answer. */
  readonly agent: string;
  readonly version: string | null;
  readonly checked: Checked | null;
  readonly siteFiles: SiteFiles;
}

/** What this extension was built with. */
export interface Built {
  readonly version: string;
  readonly rules: string;
}

const AFTER_PROOF: readonly string[] = ["refused", "bad_answer"];

export function selfTest({ agent, version, checked, siteFiles }: Answered, built: Built): Line[] {
  const hosted = agent !== "no_host";
  const there = hosted && agent !== "unreachable" && agent !== "late" && agent !== "not_proved";
  const proved = checked !== null || AFTER_PROOF.includes(agent);
  return [
    hosted ? line("host", "good", "test_host_good") : line("host", "bad", "agent_no_host"),
    agentLine(agent, there, hosted),
    proved ? line("proof", "good", "test_proof_good") : proofLine(agent),
    versionLine(version, built.version),
    ...(checked ? knownParts(checked, built) : unknownParts()),
    siteLine(siteFiles),
  ];
}

function line(step: Step, state: Line["state"], say: string): Line {
  return { step, state, say };
}

function agentLine(agent: string, there: boolean, hosted: boolean): Line {
  if (!hosted) return line("agent", "unknown", "test_unknown");
  if (!there) return line("agent", "bad", agent === "late" ? "away_late" : "agent_away");
  if (AFTER_PROOF.includes(agent)) return line("agent", "bad", `away_${agent}`);
  const good = agent === "protected";
  return line("agent", good ? "good" : "poor", agent === "not_protecting" ? "tab_unreachable" : `agent_${agent}`);
}

function proofLine(agent: string): Line {
  return agent === "not_proved" ? line("proof", "bad", "away_not_proved") : line("proof", "unknown", "test_unknown");
}

function versionLine(agents: string | null, ours: string): Line {
  if (agents === null) return line("version", "unknown", "test_unknown");
  if (agents === ours) return { ...line("version", "good", "test_version_same"), fill: [agents] };
  return { ...line("version", "poor", "test_version_other"), fill: [agents, ours] };
}

function knownParts(checked: Checked, built: Built): Line[] {
  const part = (step: "roster" | "names" | "calendar", value: string, good: string): Line =>
    line(step, value === good ? "good" : "poor", `test_${step}_${value}`);
  return [
    part("roster", checked.roster, "fresh"),
    part("names", checked.names, "ready"),
    part("calendar", checked.calendar, "ready"),
    // Other rules are no fault: a school may lay its own over ours.
    checked.rules === built.rules
      ? line("rules", "good", "test_rules_same")
      : line("rules", "poor", "test_rules_other"),
  ];
}

/** Kept from the last answer, so known without an agent. */
function siteLine({ refused, anchors }: SiteFiles): Line {
  if (refused) return line("sites", "poor", "test_sites_refused");
  if (anchors.length > 0) return { ...line("sites", "poor", "test_sites_poor"), fill: [anchors.join(", ")] };
  return line("sites", "good", "test_sites_good");
}

function unknownParts(): Line[] {
  return (["roster", "names", "calendar", "rules"] as const).map((step) => line(step, "unknown", "test_unknown"));
}

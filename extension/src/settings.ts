// What the school and the person have set, made one: managed values (storage.managed) and the person's own (storage.local).
// The school's value is where the person starts from; what the school has locked cannot be changed. Pure and total: a
// value that cannot be used counts as not set. Read through settings-store.ts by the worker, the popup and the options page.
import { type AwayPolicy, isRecord } from "./outcome";

export type WhenAway = "policy" | "ask";
/** The reminder to look who can see a personal post. */
export type AudienceReminder = "weekly" | "off";

/** The sites that a school may name; each with the domains it lives on. */
export const SITE_DOMAINS = {
  facebook: ["facebook.com"],
  instagram: ["instagram.com"],
  messenger: ["messenger.com"],
} as const;
export type SiteName = keyof typeof SITE_DOMAINS;

const SITE_NAMES = Object.keys(SITE_DOMAINS) as SiteName[];
/** What a person may set, and therefore what a school may lock. */
export const OWN = ["whenAway", "audienceReminder"] as const;
export type OwnSetting = (typeof OWN)[number];

export interface Settings {
  /** An https or mailto address, or null. */
  readonly helpDesk: string | null;
  /** With no agent: as the policy says for the action, or ask each time. */
  readonly whenAway: WhenAway;
  readonly audienceReminder: AudienceReminder;
  readonly sites: readonly SiteName[];
  readonly locked: readonly OwnSetting[];
  /** True when the school has set anything at all. */
  readonly managed: boolean;
}

export function settingsOf(managed: unknown, own: unknown): Settings {
  const school = isRecord(managed) ? managed : {};
  const person = isRecord(own) ? own : {};
  const locked = OWN.filter((name) => Array.isArray(school.locked) && school.locked.includes(name));
  const wish = <Value>(name: OwnSetting, as: (value: unknown) => Value | null): Value | null =>
    (locked.includes(name) ? null : as(person[name])) ?? as(school[name]);
  return {
    helpDesk: asAddress(school.helpDesk),
    whenAway: wish("whenAway", asWhenAway) ?? "policy",
    audienceReminder: wish("audienceReminder", asReminder) ?? "weekly",
    sites: asSites(school.sites),
    locked,
    managed: Object.keys(school).length > 0,
  };
}

/** False only on a site that the school has left out. */
export function looksAfter(settings: Settings, address: string | undefined): boolean {
  const site = siteOf(address);
  return site === null || settings.sites.includes(site);
}

export function siteOf(address: string | undefined): SiteName | null {
  const host = address && URL.canParse(address) ? new URL(address).hostname : "";
  const lives = (domain: string) => host === domain || host.endsWith(`.${domain}`);
  return SITE_NAMES.find((name) => SITE_DOMAINS[name].some(lives)) ?? null;
}

/** What is said of an action when nobody could check it. Only ever stricter than the policy. */
export function whenAway(settings: Settings, policy: AwayPolicy): AwayPolicy {
  const lenient = policy.verdict === "allow" || policy.verdict === "inform";
  return settings.whenAway === "ask" && lenient ? { ...policy, verdict: "warn" } : policy;
}

function asWhenAway(value: unknown): WhenAway | null {
  return value === "policy" || value === "ask" ? value : null;
}

function asReminder(value: unknown): AudienceReminder | null {
  return value === "weekly" || value === "off" ? value : null;
}

function asAddress(value: unknown): string | null {
  if (typeof value !== "string" || !URL.canParse(value)) return null;
  return ["https:", "mailto:"].includes(new URL(value).protocol) ? value : null;
}

/** An empty or unreadable list would switch everything off by mistake: then all sites. */
function asSites(value: unknown): readonly SiteName[] {
  const named = Array.isArray(value) ? SITE_NAMES.filter((name) => value.includes(name)) : [];
  return named.length > 0 ? named : SITE_NAMES;
}

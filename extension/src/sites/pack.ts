// A site's file of shared_rules, made small and ready to match: one string per label, all languages in it, in the spelling that
// `normalise` gives. Used by the build, so that a page parses as little as may be, and by the worker on files that the agent
// serves. Pure; what is for people alone (assumed, name) does not come along.
import type { Label, Site } from "../contract.gen";
import { normalise, type SiteFacts, STARTS } from "./labels";

/** Labels and anchors of the data that no adapter asks for; a test reads the adapters and compares. */
export const NOT_ASKED: readonly string[] = [
  "post_next",
  "thread_info",
  "cancel_request",
  "audience_only_me",
  "your_profile",
  "switch_to",
  "textarea",
  "feed",
  "main",
  "banner",
  "form",
  "button",
  "open_thread",
  "profile_link",
  "hidden_decoy",
];

const asked = ([key]: [string, unknown]) => !NOT_ASKED.includes(key);

/** Raises a TypeError for a word that cannot be kept in one string with others. */
export function packSite(site: Site): SiteFacts {
  const labels = Object.entries(site.labels)
    .filter(asked)
    .map(([key, label]) => [key, packLabel(label)]);
  return {
    site: site.site,
    page_hosts: site.page_hosts ?? [],
    labels: Object.fromEntries(labels),
    // An anchor that a site does not have is asked for by no adapter of that site.
    anchors: Object.fromEntries(Object.entries(site.anchors).filter(asked)) as SiteFacts["anchors"],
    reserved_paths: site.reserved_paths ?? [],
    pages: site.pages ?? [],
  };
}

/** The anchors that do not come along: a slip in one of them is to be told like any other. */
export function unaskedAnchors(site: Site): Record<string, string> {
  const anchors = Object.entries(site.anchors as Record<string, string>);
  return Object.fromEntries(anchors.filter(([name]) => NOT_ASKED.includes(name)));
}

function packLabel({ match, en, es, pt }: Label): string {
  const words = [...new Set([...en, ...es, ...pt].map(normalise))];
  if (words.some((word) => /[|>]/.test(word) || word === "")) throw new TypeError("a label may not hold | or >");
  // The longest first, so that what remains after a prefix is the name and nothing else.
  words.sort((a, b) => b.length - a.length);
  return (match === "starts" ? STARTS : "") + words.join("|");
}

// The content script of sites of which only the visit counts: it looks at the address's host and at nothing on the page.
import facts from "../../shared_rules/sites/visit_only.json";
import { siteOf } from "./sites/visit-only";
import { watchVisit } from "./visit";
import { dressed, visitProvider, words } from "./visit-worker";
import { Bar } from "./warning/bar";
import { Host } from "./warning/host";

const site = siteOf(location.host, facts.sites);
if (site) {
  const { signal } = new AbortController();
  const host = new Host(words("language"), signal);
  const bar = new Bar(host, words);
  void dressed(host);
  watchVisit(() => ({ action: "visit", site }), visitProvider, bar, signal);
}

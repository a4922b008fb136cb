// Which visit-only site an address belongs to. The list is shared_rules/sites/visit_only.json. Used by content-visit.ts.

interface VisitSite {
  readonly site: string;
  readonly hosts: readonly string[];
}

/** The id of the site that has this host; `*.` in the list stands for the domain and all below it. */
export function siteOf(host: string, sites: readonly VisitSite[]): string | null {
  const name = host.replace(/:\d+$/, "");
  const fits = (listed: string) =>
    listed.startsWith("*.") ? name === listed.slice(2) || name.endsWith(listed.slice(1)) : name === listed;
  return sites.find(({ hosts }) => hosts.some(fits))?.site ?? null;
}

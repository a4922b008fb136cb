// The site labels in force, for the content scripts: what the agent serves, once it fits the same schema that the shipped files
// follow; the last good ones are kept, so that they hold without an agent too. With none, a page goes by those it came with.
// What differs from the shipped ones is told. Used by the worker only. Nothing of a page goes to the agent for it.
import schema from "../../shared_rules/schema/site.schema.json";
import type { Site } from "./contract.gen";
import { isRecord } from "./outcome";
import { fits, type Schema } from "./schema";
import type { SiteFacts } from "./sites/labels";
import { packSite, unaskedAnchors } from "./sites/pack";

const SLOT = "site-labels";
/** The agent answers from memory, and labels change once in months. A page that has changed may ask sooner. */
const FRESH_MS = 10 * 60 * 1000;
const SOON_MS = 3_000;

interface Slots {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

type AnchorsBySite = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Kept {
  readonly digest: string;
  readonly sites: readonly SiteFacts[];
  /** By site and name, the anchors that no adapter asks for: for the telling of slips alone. Missing in what an older version kept. */
  readonly unasked?: AnchorsBySite;
  /** Newer ones came and did not fit. */
  readonly refused?: boolean;
}

/** What the pop-up and the options page need to tell what cannot be used. */
export interface ServedFiles {
  /** Newer ones came and did not fit. */
  readonly refused: boolean;
  /** The anchors in force that are not the shipped ones, and all those that no adapter asks for. */
  readonly anchors: AnchorsBySite;
}

export class SiteLabels {
  #askedAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | null = null;

  constructor(
    private readonly slots: Slots,
    /** The agent's GET /v1/sites, or null without an answer. */
    private readonly ask: () => Promise<unknown>,
    /** What each page came with and need not be sent again. */
    private readonly shipped: readonly SiteFacts[] = [],
    private readonly now: () => number = () => Date.now(),
  ) {}

  /**
   * The facts of a site, or null when the shipped ones are in force. A page that has just not been recognised (`changed`)
   * waits for the agent's answer; any other gets what is there, and the answer serves the next.
   */
  async of(site: string, changed: boolean): Promise<SiteFacts | null> {
    this.#renewAfter(changed ? SOON_MS : FRESH_MS);
    if (changed) await this.#asking;
    const kept = await this.#kept();
    const found = kept?.sites.find((one) => one.site === site) ?? null;
    const own = this.shipped.find((one) => one.site === site);
    return JSON.stringify(found) === JSON.stringify(own) ? null : found;
  }

  /** Of the files in force. Somebody looks, so the agent's answer is waited for. */
  async served(): Promise<ServedFiles> {
    this.#renewAfter(SOON_MS);
    await this.#asking;
    const kept = await this.#kept();
    const anchors = (kept?.sites ?? []).map(({ site, anchors: inForce }) => {
      const own: Record<string, string> = this.shipped.find((one) => one.site === site)?.anchors ?? {};
      const changed = Object.entries(inForce).filter(([name, anchor]) => own[name] !== anchor);
      return [site, { ...Object.fromEntries(changed), ...kept?.unasked?.[site] }];
    });
    return { refused: kept?.refused ?? false, anchors: Object.fromEntries(anchors) };
  }

  #renewAfter(age: number): void {
    if (this.now() - this.#askedAt <= age) return;
    this.#asking ??= this.#renew().finally(() => {
      this.#asking = null;
    });
  }

  async #kept(): Promise<Kept | undefined> {
    return (await this.slots.get(SLOT))[SLOT] as Kept | undefined;
  }

  async #renew(): Promise<void> {
    const answer = await this.ask();
    if (answer === null) return; // asked again at the next page
    this.#askedAt = this.now();
    const last = (await this.#kept()) ?? { digest: "", sites: [] };
    await this.slots.set({ [SLOT]: packAll(answer) ?? { ...last, refused: true } });
  }
}

/** What the agent answered, packed; null when any of it does not fit, as half a file would be worse than an old one. */
export function packAll(answer: unknown): Kept | null {
  if (!isRecord(answer) || typeof answer.digest !== "string" || !Array.isArray(answer.sites)) return null;
  const definitions = schema.$defs as Record<string, Schema>;
  if (!answer.sites.every((site) => fits(site, { ...(schema as Schema), type: "object" }, definitions))) return null;
  try {
    const sites = answer.sites as Site[];
    const unasked = Object.fromEntries(sites.map((site) => [site.site, unaskedAnchors(site)]));
    return { digest: answer.digest, sites: sites.map(packSite), unasked };
  } catch {
    return null;
  }
}

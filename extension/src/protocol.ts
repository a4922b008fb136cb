// Every message between the content script, the popup and the service worker: one union, one validator.
// A message that does not validate is dropped. Nothing here sends; content.ts, popup.ts and background.ts do.
import type { Account, Action, Attachments, Attempt, Checked } from "./contract.gen";
import { type Draft, MOST_MENTIONS } from "./mentions";
import { isRecord } from "./outcome";
import type { ServedFiles } from "./site-labels";
import type { SiteFacts } from "./sites/labels";
import type { Exception } from "./warning/reason";

/** How well one tab is looked after, as the badge and the popup tell it. */
export type Coverage =
  | "idle" // the page is ours and nobody writes on it yet
  | "protected"
  | "starting"
  | "not_recognised" // a box has the focus that we do not know
  | "changed" // the page shows nothing of what we know of it
  | "failed" // a fault of ours, or a page that cannot be read
  | "unreachable"
  | "paused"
  | "off" // the school has left this site out
  | "reload";

/** What the port is called on which a page's checks go. */
export const LINE = "checks";

export type Message =
  | { readonly kind: "check"; readonly editor: string; readonly attempt: Draft }
  | { readonly kind: "photos"; readonly site: string; readonly account: Account; readonly photos: Attachments }
  | { readonly kind: "visit"; readonly attempt: Attempt; readonly staying: boolean }
  | { readonly kind: "remind" }
  | { readonly kind: "except"; readonly names: readonly string[]; readonly as: Exception }
  | { readonly kind: "for_school"; readonly site: string }
  | { readonly kind: "clause"; readonly key: string }
  | { readonly kind: "look" }
  | { readonly kind: "hello"; readonly site: string }
  | { readonly kind: "coverage"; readonly site: string; readonly coverage: Coverage; readonly surface: Action | null }
  | { readonly kind: "tab_status"; readonly tab: number; readonly ours: boolean };

/** What the worker answers to `hello` and `coverage`. */
export interface Told {
  /** The school has left this site out: the script leaves the page. */
  readonly off: boolean;
  /** The labels in force, or null when those that shipped are. */
  readonly facts: SiteFacts | null;
}

/** The worker's answer as Told; anything else tells nothing. */
export function asTold(value: unknown): Told {
  const told = isRecord(value) ? value : {};
  const facts = isRecord(told.facts) ? (told.facts as unknown as SiteFacts) : null;
  return { off: told.off === true, facts };
}

/** What the popup is told. `agent` is the agent's own word, or the reason why there is none. */
export interface TabStatus {
  readonly coverage: Coverage;
  /** What has been written in on this page so far, each with how it was looked after last. */
  readonly surfaces: Readonly<Partial<Record<Action, Coverage>>>;
  readonly agent: string;
  readonly version: string | null;
  readonly checked: Checked | null;
  readonly siteFiles: ServedFiles;
}

/** The worker's answer as a TabStatus, or null. */
export function asStatus(value: unknown): TabStatus | null {
  const known = isRecord(value) && COVERAGES.includes(String(value.coverage)) && typeof value.agent === "string";
  return known ? (value as unknown as TabStatus) : null;
}

export const COVERAGES: readonly string[] = [
  "idle",
  "protected",
  "starting",
  "not_recognised",
  "changed",
  "failed",
  "unreachable",
  "paused",
  "off",
  "reload",
] satisfies Coverage[];

export const ACTIONS: readonly Action[] = [
  "post",
  "comment",
  "message",
  "story",
  "bio",
  "friend_request",
  "accept_request",
  "follow",
  "tag",
  "visit",
];

const ATTEMPT_FIELDS: readonly string[] = [
  "action",
  "site",
  "text",
  "account",
  "audience",
  "target",
  "attachments",
] satisfies (keyof Attempt)[];

/** The value as a Message, or null. */
export function asMessage(value: unknown): Message | null {
  if (!isRecord(value)) return null;
  switch (value.kind) {
    case "check":
      return isShort(value.editor, 80) && isDraft(value.attempt) ? (value as unknown as Message) : null;
    case "photos":
      return isShort(value.site, 40) && isRecord(value.account) && isPhotos(value.photos)
        ? (value as unknown as Message)
        : null;
    case "visit":
      return isAttempt(value.attempt) && value.attempt.action === "visit" && typeof value.staying === "boolean"
        ? (value as unknown as Message)
        : null;
    case "remind":
    case "look":
      return { kind: value.kind };
    case "except":
      return isException(value) ? (value as unknown as Message) : null;
    case "for_school":
      return isShort(value.site, 40) ? (value as unknown as Message) : null;
    case "clause":
      return isShort(value.key, 80) ? (value as unknown as Message) : null;
    case "hello":
      return isShort(value.site, 40) ? (value as unknown as Message) : null;
    case "coverage":
      return isCoverage(value) ? (value as unknown as Message) : null;
    case "tab_status":
      return Number.isInteger(value.tab) && typeof value.ours === "boolean" ? (value as unknown as Message) : null;
    default:
      return null;
  }
}

function isException({ names, as }: Record<string, unknown>): boolean {
  const named =
    Array.isArray(names) && names.length > 0 && names.length <= 2 && names.every((name) => isShort(name, 300));
  return named && (as === "not_student" || as === "own_child");
}

function isCoverage({ site, coverage, surface }: Record<string, unknown>): boolean {
  const named = surface === null || (ACTIONS as readonly unknown[]).includes(surface);
  return isShort(site, 40) && COVERAGES.includes(String(coverage)) && named;
}

function isShort(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= longest;
}

/** An attempt and the people mentioned in it. */
function isDraft(value: unknown): value is Draft {
  if (!isRecord(value)) return false;
  const { mentions = [], ...attempt } = value;
  return Array.isArray(mentions) && mentions.length <= MOST_MENTIONS && mentions.every(isRecord) && isAttempt(attempt);
}

function isPhotos(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value.names) || value.names.length > 100) return false;
  return value.names.every((name) => isShort(name, 300)) && typeof value.located === "boolean";
}

/** The outer shape only: the agent's own contract is strict about the rest and refuses a bad field by name. */
function isAttempt(value: unknown): value is Attempt {
  if (!isRecord(value) || !(ACTIONS as readonly string[]).includes(String(value.action)) || !isShort(value.site, 40))
    return false;
  if (value.text !== undefined && typeof value.text !== "string") return false;
  return Object.keys(value).every((field) => ATTEMPT_FIELDS.includes(field));
}

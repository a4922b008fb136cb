// The contract of a site adapter: it recognises what a person is about to do on a page, and says so in our words.
// An adapter only reads the page: it changes nothing, asks nobody, knows no chrome.*. One file per site.
// Used by watch.ts (which editor is this?), submits.ts (what would this click or key send?) and content.ts.
import type { Account, Action, Audience, Person } from "../contract.gen";

/** An editable box that we know: what would be sent from it, by whom, to whom. */
export interface Surface {
  readonly action: Action;
  readonly editor: HTMLElement;
  /** A bare Enter submits here (comments, chat); otherwise only a button does (posts). */
  readonly enterSubmits: boolean;
  /** "Anyway" counts for one text in one place: the editor, or a string where a site keeps replacing the editor. */
  readonly place: object | string;
  readonly account: Account;
  readonly audience: Audience;
  readonly target: Person | null;
  /** More boxes that the same button could send: what stands in them is checked together with this one. */
  readonly beside?: readonly HTMLElement[];
}

/** Something done to a person with one click. */
export interface PersonAction {
  readonly action: Action;
  readonly place: string;
  readonly account: Account;
  readonly target: Person;
  /** A tag in a photo: the box of its post, where the page shows one. A consent may be for the event that the post speaks of. */
  readonly post?: HTMLElement;
}

export interface SiteAdapter {
  /** The `site` of an attempt. */
  readonly id: string;
  /** The account that acts on this page now. */
  account(): Account;
  /** The surface of an editable element (or of something inside one), or null where we do not recognise it. */
  surfaceOf(element: Element): Surface | null;
  /** The surface that activating this control would submit, or null. A post's editor may be gone behind "Next" by then. */
  submittedBy(control: Element): Surface | null;
  /** The control that submits this surface, to be found again after the page has re-rendered it. */
  submitControl(surface: Surface): HTMLElement | null;
  /** What activating this control would do to a person, or null. */
  actionOf(control: Element): PersonAction | null;
  /** False when this is a known page and nothing of what it should show is there. */
  familiar(): boolean;
  /** True for a box that nobody writes to anybody in: a search, a price. */
  isAside(editor: HTMLElement): boolean;
  /** True when the site's own list of names or emoji is open, so that Enter picks from it. */
  picking(editor: HTMLElement): boolean;
}

/** What an adapter may know of the page: passed in, so that a saved page in a test can stand in for a live one. */
export interface Page {
  readonly document: Document;
  readonly path: () => string;
  readonly host: () => string;
  readonly cookies: () => string;
}

export function livePage(): Page {
  return {
    document,
    path: () => location.pathname,
    host: () => location.host,
    cookies: () => document.cookie,
  };
}

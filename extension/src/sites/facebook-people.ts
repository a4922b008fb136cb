// Facebook's buttons that act on a person: add friend, accept a request, follow, message, invite, join, tag. Which, on whom.
// The visible word alone is not enough ("Confirm" also ends an unfriend dialog), so each is scoped by its card.
// Reads the page only; called by facebook.ts.
import type { Action, Person } from "../contract.gen";
import { facebookAccount } from "./account";
import {
  all,
  around,
  BUTTONS,
  buttonAt,
  controlLabel,
  controlsCalled,
  handleIn,
  headingsIn,
  isDisabled,
} from "./reading";
import type { Scene } from "./scene";
import type { PersonAction } from "./site";

const ACTIONS: readonly [Action, string][] = [
  ["friend_request", "friend_request"],
  ["accept_request", "accept_request"],
  ["follow", "follow"],
  ["message", "message_open"],
  // The wire has no words for these two: asking somebody in is a request to them, joining is following.
  ["friend_request", "invite"],
  ["follow", "join_group"],
];

/** Dialogs in which a row is a person and picking it acts on them. Their real shape is not known: assumed. */
const PICKED_IN: readonly [Action, string][] = [
  ["tag", "tag_people"],
  ["friend_request", "invite_dialog"],
];
const ROW = "[role='option'], [role='checkbox'], [role='menuitemcheckbox'], [role='listitem']";

/** What a link may be called that is a control and nobody's name. */
const CONTROLS = ["friend_request", "follow", "message_open", "invite"];
/** How far up a card may reach from its button; beyond it the next card begins. */
const CARD_DEPTH = 8;

export function personAction(control: Element, scene: Scene): PersonAction | null {
  const picked = pickedIn(control, scene);
  if (picked) return picked;
  const button = buttonAt(control);
  // Facebook keeps a hidden twin of some buttons (aria-hidden and out of the tab order).
  if (!button || isDisabled(button) || button.closest("[aria-hidden='true']")) return null;
  const { labels } = scene;
  const label = controlLabel(button);
  for (const [action, key] of ACTIONS) {
    const named = labels.rest(key, label);
    if (named === null) continue;
    if (action === "accept_request" && !hasRefusal(button, scene)) return null;
    // "Invite friends" opens a dialog; the bare word in a person's row invites them.
    if (key === "invite" && named !== "") continue;
    const target = personAt(button, named, scene);
    if (action === "message" && !target.name && !target.handle) return null;
    return acting(action, target, scene);
  }
  return null;
}

function acting(action: Action, target: Person, scene: Scene): PersonAction {
  const place = `${action}|${target.handle ?? ""}|${target.name ?? ""}`;
  return { action, place, account: facebookAccount(null, scene), target };
}

/** A row of the dialog that tags people in a photo, or invites them to a group. */
function pickedIn(control: Element, scene: Scene): PersonAction | null {
  const { labels, facts } = scene;
  const row = control.closest(ROW);
  const dialog = row?.closest(facts.anchors.dialog);
  if (!row || !dialog || row.getAttribute("aria-checked") === "true") return null;
  const titles = [dialog.ariaLabel, ...headingsIn(dialog)];
  const kind = PICKED_IN.find(([, key]) => titles.some((title) => labels.is(key, title)));
  const name = (row.ariaLabel ?? row.textContent ?? "").trim();
  if (!kind || name === "" || name.length > 120) return null;
  const handle = handleIn(row.querySelector("a[href]")?.getAttribute("href"), facts.reserved_paths);
  return acting(kind[0], { name, handle }, scene);
}

/** A request has Confirm and Delete in one card; the dialogs that end a friendship have Confirm and Cancel. */
function hasRefusal(button: Element, { labels }: Scene): boolean {
  return cardsAround(button).some((card) => controlsCalled("refuse_request", card, labels).length > 0);
}

function personAt(button: Element, named: string, scene: Scene): Person {
  const { facts, page } = scene;
  for (const card of cardsAround(button)) {
    const link = all(card, "a[role='link'], a[href]").find(
      (candidate) => !candidate.closest("[role='banner']") && nameOf(candidate, scene) !== null,
    );
    if (!link) continue;
    const name = nameOf(link, scene);
    // A name in the button's own label is about that person; a link beside it is a second witness, not another person.
    if (named && name !== named) continue;
    return { name, handle: handleIn(link.getAttribute("href"), facts.reserved_paths) };
  }
  const heading = page.document.querySelector(facts.anchors.profile_heading);
  const shown = heading?.textContent?.trim() || null;
  const handle = handleIn(page.path(), facts.reserved_paths);
  if (named) return { name: named, handle: named === shown ? handle : null };
  return { name: shown, handle };
}

/** A link that carries a person's bare name, and not a mutual friend's picture. */
function nameOf(link: Element, { labels }: Scene): string | null {
  const name = (link.ariaLabel ?? link.textContent ?? "").trim();
  const isPicture = /profile picture|foto d[eo] perfil/i.test(name);
  const isControl = CONTROLS.some((key) => labels.is(key, name));
  return name && name.length <= 120 && !isPicture && !isControl ? name : null;
}

/** The ancestors of a button that still belong to it alone: up to the first that holds a second such button. */
function cardsAround(button: HTMLElement | Element): Element[] {
  const label = controlLabel(button);
  const cards: Element[] = [];
  for (const card of around(button, CARD_DEPTH)) {
    if (card.matches("body, [role='main'], [role='dialog'], [role='navigation']")) break;
    // What holds the page's own heading is the page, with other people's cards in it.
    if (card.querySelector("h1")) break;
    const isTwin = (other: Element) =>
      other !== button && !other.closest("[aria-hidden='true']") && controlLabel(other) === label;
    if (all(card, BUTTONS).some(isTwin)) break;
    cards.push(card);
  }
  return cards;
}

// Facebook's buttons that act on a person: add friend, accept a request, follow. Which button, and on whom.
// The visible word alone is not enough ("Confirm" also ends an unfriend dialog), so each is scoped by its card.
// Reads the page only; called by facebook.ts.
import type { Account, Action, Person } from "../contract.gen";
import type { Labels, SiteFacts } from "./labels";
import { buttonAt, controlLabel, cookie, handleIn, isDisabled } from "./reading";
import type { Page, PersonAction } from "./site";

const ACTIONS: readonly [Action, string][] = [
  ["friend_request", "friend_request"],
  ["accept_request", "accept_request"],
  ["follow", "follow"],
];

/** How far up a card may reach from its button; beyond it the next card begins. */
const CARD_DEPTH = 8;

export function personAction(control: Element, labels: Labels, facts: SiteFacts, page: Page): PersonAction | null {
  const button = buttonAt(control);
  // Facebook keeps a hidden twin of some buttons (aria-hidden and out of the tab order).
  if (!button || isDisabled(button) || button.closest("[aria-hidden='true']")) return null;
  const label = controlLabel(button);
  for (const [action, key] of ACTIONS) {
    const named = labels.rest(key, label);
    if (named === null) continue;
    if (action === "accept_request" && !hasRefusal(button, labels)) return null;
    const target = personAt(button, named, labels, facts, page);
    const place = `${action}|${target.handle ?? ""}|${target.name ?? ""}`;
    return { action, place, account: accountOf(page), target };
  }
  return null;
}

function accountOf(page: Page): Account {
  if (cookie(page.cookies(), "i_user")) return { kind: "unknown", name: null };
  return { kind: cookie(page.cookies(), "c_user") ? "personal" : "unknown", name: null };
}

/** A request has Confirm and Delete in one card; the dialogs that end a friendship have Confirm and Cancel. */
function hasRefusal(button: Element, labels: Labels): boolean {
  return cardsAround(button).some((card) =>
    [...card.querySelectorAll("[role='button'], button")].some((other) =>
      labels.is("refuse_request", controlLabel(other)),
    ),
  );
}

function personAt(button: Element, named: string, labels: Labels, facts: SiteFacts, page: Page): Person {
  for (const card of cardsAround(button)) {
    const link = [...card.querySelectorAll<HTMLAnchorElement>("a[role='link'], a[href]")].find(
      (candidate) => !candidate.closest("[role='banner']") && nameOf(candidate, labels) !== null,
    );
    if (!link) continue;
    const name = nameOf(link, labels);
    // A name in the button's own label is about that person; a link beside it is a second witness, not another person.
    if (named && name !== named) continue;
    return { name, handle: handleIn(link.getAttribute("href"), facts.reserved_paths) };
  }
  const heading = page.document.querySelector(facts.anchors.profile_heading ?? "[role='main'] h1");
  const shown = heading?.textContent?.trim() || null;
  const handle = handleIn(page.path(), facts.reserved_paths);
  if (named) return { name: named, handle: named === shown ? handle : null };
  return { name: shown, handle };
}

/** A link that carries a person's bare name, and not a mutual friend's picture. */
function nameOf(link: Element, labels: Labels): string | null {
  const name = (link.getAttribute("aria-label") ?? link.textContent ?? "").trim();
  const isPicture = /profile picture|foto d[eo] perfil/i.test(name);
  const isControl = labels.is("friend_request", name) || labels.is("follow", name);
  return name && name.length <= 120 && !isPicture && !isControl ? name : null;
}

/** The ancestors of a button that still belong to it alone: up to the first that holds a second such button. */
function cardsAround(button: HTMLElement | Element): Element[] {
  const label = controlLabel(button);
  const cards: Element[] = [];
  let around = button.parentElement;
  for (let step = 0; around && step < CARD_DEPTH; step += 1, around = around.parentElement) {
    if (around.matches("body, [role='main'], [role='dialog'], [role='navigation']")) break;
    const twins = [...around.querySelectorAll("[role='button'], button")].filter(
      (other) => other !== button && !other.closest("[aria-hidden='true']") && controlLabel(other) === label,
    );
    if (twins.length > 0) break;
    cards.push(around);
  }
  return cards;
}

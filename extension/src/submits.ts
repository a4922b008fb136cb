// Turns the page's clicks, keys and form submits into Submissions, and stops those that the gate holds.
// Capture listeners on window, added at document_start, so that they run before the page's own. Untrusted events count
// too: other tools submit with them. It knows no chrome.* and shows nothing.
import { attemptOf, attemptOn } from "./attempt";
import type { Action } from "./contract.gen";
import type { Gate, Submission } from "./gate";
import { on } from "./listen";
import { type HeldKey, Replays } from "./replay";
import { all, buttonAt, EDITABLE, holdsText } from "./sites/reading";
import type { PersonAction, SiteAdapter, Surface } from "./sites/site";

const NO_KEYS: HeldKey = { ctrlKey: false, metaKey: false };

/** What belongs to our own window on the page. */
export interface Ours {
  isOurs(event: Event): boolean;
  /** True when a key was for us and has been stopped. */
  key(event: KeyboardEvent): boolean;
}

export interface Subject {
  readonly surface: Surface | null;
  readonly action: PersonAction | null;
  /** What it would do, known even when nothing else can be read. */
  readonly doing: Action;
  /** What was clicked, or the editor when Enter was pressed in it. */
  readonly control: HTMLElement;
}

export type DomSubmission = Submission & Subject;

export class Submits {
  readonly #replays = new Replays();
  readonly #editors = new WeakMap<HTMLElement, string>();
  #count = 0;
  /** The key whose press was held: its release is kept from the page too, as Space acts on release. */
  #swallow: string | null = null;

  readonly #site: SiteAdapter;
  readonly #gate: Gate<DomSubmission>;
  readonly #ours: Ours;
  /** The page could not be read, so nobody knows what this event was: it is told. */
  readonly #troubled: () => void;

  constructor(site: SiteAdapter, gate: Gate<DomSubmission>, ours: Ours, troubled: () => void) {
    this.#site = site;
    this.#gate = gate;
    this.#ours = ours;
    this.#troubled = troubled;
  }

  /** `after` runs after each click and each key that may have sent something. One listener a kind: typing pays for each. */
  listen(target: Window, signal: AbortSignal, after: () => void = () => {}): void {
    const guard = (find: (event: Event) => DomSubmission | null) => (event: Event) => {
      if (this.#replays.running || this.#ours.isOurs(event)) return;
      const submission = this.#found(event, find);
      if (submission && this.#gate.consider(submission) === "hold") this.#stop(event);
    };
    const clicked = guard((event) => this.#clicked(event));
    const pressed = guard((event) => this.#pressed(event as KeyboardEvent));
    const released = (event: KeyboardEvent) => {
      if (this.#released(event, after)) target.removeEventListener("keyup", released, true);
    };
    on(target, "click", clicked, signal, false);
    on(target, "click", after, signal);
    const keyed = (event: KeyboardEvent) => {
      const own = this.#ours.key(event);
      const acts = canAct(event);
      // Only the release of such a key matters, and typing would pay for hearing of every other.
      if (own || acts) on(target, "keyup", released, signal, false);
      if (acts && !own) pressed(event);
    };
    on(target, "keydown", keyed, signal, false);
    const sent = guard((event) => this.#submitted(event as SubmitEvent));
    on(target, "submit", sent, signal, false);
  }

  #found(event: Event, find: (event: Event) => DomSubmission | null): DomSubmission | null {
    try {
      return find(event);
    } catch {
      this.#troubled();
      return this.#blind(event);
    }
  }

  /** With the adapter failing, whatever looks like sending words that stand on the page is held once and told. */
  #blind(event: Event): DomSubmission | null {
    const target = elementOf(event);
    const box = target?.closest<HTMLElement>(EDITABLE);
    const control = event.type === "click" && target ? buttonAt(target) : null;
    const entered = event.type === "keydown" && (event as KeyboardEvent).key === "Enter" && box;
    const subject = control ?? (entered || null);
    const words = all(document, EDITABLE).some(holdsText);
    if (!subject || !words) return null;
    const attempt = () => {
      throw new TypeError("nothing on this page can be read");
    };
    const replay = () => (control ? this.#replays.click(control) : this.#replays.enter(subject, NO_KEYS));
    return { surface: null, action: null, doing: "post", control: subject, editor: "", place: "", attempt, replay };
  }

  /** A short name of an editor, stable while it lives; by it the worker ends the check of an older text. */
  nameOf(editor: HTMLElement): string {
    const known = this.#editors.get(editor);
    if (known) return known;
    this.#count += 1;
    const fresh = `e${this.#count}`;
    this.#editors.set(editor, fresh);
    return fresh;
  }

  #stop(event: Event): void {
    stop(event);
    if (event instanceof KeyboardEvent) this.#swallow = event.key;
  }

  /** True when it was the release that was waited for. */
  #released(event: KeyboardEvent, after: () => void): boolean {
    const own = this.#ours.key(event);
    const acts = canAct(event);
    const waited = own || acts;
    if (acts) after();
    if (this.#replays.running || event.key !== this.#swallow) return waited;
    this.#swallow = null;
    if (!own) stop(event);
    return waited;
  }

  #clicked(event: Event): DomSubmission | null {
    const target = elementOf(event);
    return target ? this.#activated(target) : null;
  }

  #activated(target: Element): DomSubmission | null {
    const surface = this.#site.submittedBy(target);
    const control = target.closest<HTMLElement>("button, [role='button'], input") ?? (target as HTMLElement);
    if (surface) return this.#ofSurface(surface, control, () => this.#clickAgain(surface, control));
    const action = this.#site.actionOf(target);
    return action ? this.#ofAction(action, control) : null;
  }

  #pressed(event: KeyboardEvent): DomSubmission | null {
    const target = elementOf(event);
    // 229: the key belongs to an input method that is composing a character.
    if (!target || event.isComposing || event.keyCode === 229) return null;
    // A native button answers Enter and Space with a click, which is seen as such; a div with a role does not.
    if (target.matches("[role='button']:not(button, input)")) return this.#activated(target);
    if (event.key !== "Enter" || event.shiftKey || event.altKey || !target.closest(EDITABLE)) return null;
    const surface = this.#site.surfaceOf(target);
    if (!surface || this.#site.picking(surface.editor)) return null;
    if (!surface.enterSubmits && !event.ctrlKey && !event.metaKey) return null;
    const held: HeldKey = { ctrlKey: event.ctrlKey, metaKey: event.metaKey };
    return this.#ofSurface(surface, surface.editor, (now) => this.#replays.enter(now.editor, held));
  }

  #submitted(event: SubmitEvent): DomSubmission | null {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return null;
    for (const editor of all(form, EDITABLE)) {
      const surface = this.#site.surfaceOf(editor);
      const again = () => this.#replays.submit(form, event.submitter);
      if (surface) return this.#ofSurface(surface, event.submitter ?? surface.editor, again);
    }
    return null;
  }

  #ofSurface(surface: Surface, control: HTMLElement, replay: (surface: Surface) => void): DomSubmission {
    return {
      surface,
      action: null,
      doing: surface.action,
      control,
      editor: this.nameOf(surface.editor),
      place: surface.place,
      attempt: () => attemptOf(this.#current(surface, control), this.#site.id),
      replay: () => replay(this.#current(surface, control)),
    };
  }

  #ofAction(action: PersonAction, control: HTMLElement): DomSubmission {
    return {
      surface: null,
      action,
      doing: action.action,
      control,
      editor: `a:${action.action}`,
      place: action.place,
      attempt: () => attemptOn(action, this.#site.id),
      replay: () => this.#replays.click(control),
    };
  }

  /** Instagram puts a new textarea in place of the old one: then the control leads to the one that stands there now. */
  #current(surface: Surface, control: HTMLElement): Surface {
    if (surface.editor.isConnected || !control.isConnected) return surface;
    return this.#site.submittedBy(control) ?? surface;
  }

  #clickAgain(surface: Surface, control: HTMLElement): void {
    const now = control.isConnected ? control : this.#site.submitControl(surface);
    if (now) this.#replays.click(now);
  }
}

/** Keys that can send something or press a button: Enter, and Space where it is no letter. Nearly every key is neither. */
function canAct({ key, target }: KeyboardEvent): boolean {
  return key === "Enter" || (key === " " && !(target instanceof Element && target.closest(EDITABLE)));
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function elementOf(event: Event): Element | null {
  const target = event.composedPath()[0] ?? event.target;
  return target instanceof Element ? target : target instanceof Text ? target.parentElement : null;
}

// Puts the modules together for one page: watch the editor, ask for a verdict, show it, hold a submit. The same for the
// extension's content script and for the practice page; what differs (how to ask, which words) is passed in.
// No chrome.* here.
import { attemptOf, isEmpty, textOf } from "./attempt";
import { Checks } from "./checks";
import type { Account, Action, Attachments } from "./contract.gen";
import { Gate } from "./gate";
import { atEnd } from "./listen";
import type { Draft } from "./mentions";
import type { Outcome } from "./outcome";
import { Photos } from "./photos";
import type { Coverage } from "./protocol";
import type { SiteAdapter, Surface } from "./sites/site";
import { type DomSubmission, Submits } from "./submits";
import type { Host } from "./warning/host";
import type { Exception, Texts } from "./warning/reason";
import { Warnings } from "./warning/warning";
import { Watch } from "./watch";

export interface Provider {
  /** Asks the agent; `editor` names the box. */
  ask(editor: string, attempt: Draft): Promise<Outcome>;
  /** The sentences about photos put on a post, "" for none. */
  aboutPhotos(photos: Attachments, account: Account): Promise<string>;
  /** These names are no current student's, and why. */
  except(names: readonly string[], kind: Exception): Promise<boolean>;
  readonly texts: Texts;
  /** True when the person is to be reminded, now, to look who can see a post. */
  remind(): Promise<boolean>;
  /** How well this tab is looked after, as of now. */
  covered(coverage: Coverage, surface?: Action | null): void;
}

/** A page that is looked after. */
export interface Guarded {
  /** The one element that we draw in. */
  readonly host: Host;
  /** What the adapter knows has changed: the box with the focus is looked at anew. */
  lookAgain(): void;
}

/** With no answer, or half a one, the text that stands there is tried again: soon, as an agent may just be starting, then less often. */
const FIRST_RETRY_MS = 400;
const RETRY_MS = 3_000;
/** A page empties its editor within this time after a submit, without any event that we could see. */
const EMPTIED_MS = 400;

/** Begins to look after the page; everything ends with the signal. */
export function assemble(site: SiteAdapter, provider: Provider, signal: AbortSignal): Guarded {
  const guard = new PageGuard(site, provider, signal);
  guard.start();
  return guard;
}

class PageGuard implements Guarded {
  readonly #checks: Checks;
  readonly #warnings: Warnings;
  readonly #submits: Submits;
  readonly #watch: Watch;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #reminded = false;

  readonly #site: SiteAdapter;
  readonly #provider: Provider;
  readonly #signal: AbortSignal;

  constructor(site: SiteAdapter, provider: Provider, signal: AbortSignal) {
    this.#site = site;
    this.#provider = provider;
    this.#signal = signal;
    this.#checks = new Checks(provider.ask);
    const troubled = () => this.#troubled();
    const outside = { except: this.#except, textOf, troubled };
    this.#warnings = new Warnings(provider.texts, outside, signal);
    const gate = new Gate<DomSubmission>(this.#checks, this.#warnings.held);
    this.#submits = new Submits(site, gate, this.#warnings.host, troubled);
    this.#watch = new Watch(site, {
      changed: (surface, text) => void this.#verdictFor(surface, text),
      redrawn: (surface) => this.#warnings.writing.repaint(surface.editor),
      left: () => this.#left(),
      unknown: (editor) => this.#unknown(editor),
      failed: troubled,
    });
  }

  get host(): Host {
    return this.#warnings.host;
  }

  lookAgain(): void {
    this.#watch.lookAgain(document);
  }

  start(): void {
    let later: ReturnType<typeof setTimeout> | undefined;
    const lookLater = () => {
      clearTimeout(later);
      later = setTimeout(() => this.#watch.look(), EMPTIED_MS);
    };
    this.#submits.listen(window, this.#signal, lookLater);
    this.#watch.start(document, this.#signal);
    const noticed = (surface: Surface, photos: Attachments) => void this.#noticePhotos(surface, photos);
    new Photos(this.#site, () => this.#watch.current, noticed).listen(window, this.#signal);
    atEnd(this.#signal, () => clearTimeout(this.#retry));
  }

  /** A box that we do not know is marked as such, so that nobody takes silence for a clean text. */
  #unknown(editor: HTMLElement): void {
    this.#provider.covered("not_recognised");
    this.#warnings.writing.unknown(editor);
  }

  /** A fault of ours. What can still be shown is shown; the badge says it in any case. */
  #troubled(): void {
    try {
      this.#provider.covered("failed");
      this.#warnings.failed();
    } catch {
      // Nothing is left to say it with. The caller goes on: what it holds is still held.
    }
  }

  async #noticePhotos(surface: Surface, photos: Attachments): Promise<void> {
    const note = await this.#provider.aboutPhotos(photos, surface.account);
    if (note && !this.#signal.aborted) this.#warnings.remark(surface.editor, note);
    this.#recheck();
  }

  async #verdictFor(surface: Surface, text?: string): Promise<void> {
    clearTimeout(this.#retry);
    const attempt = attemptOf(surface, this.#site.id, text);
    if (isEmpty(attempt)) {
      this.#warnings.writing.clear();
      return;
    }
    const editor = this.#submits.nameOf(surface.editor);
    const outcome = await this.#checks.check(editor, attempt);
    if (outcome.kind === "superseded" || this.#watch.current?.editor !== surface.editor) return;
    // Show nothing about a text that is no longer there: its own verdict is on the way.
    if (this.#watch.textIn(surface.editor) !== attempt.text) return;
    this.#warnings.writing.show(surface, attempt.text ?? "", outcome);
    this.#remind(surface);
    const coverage = coverageOf(outcome);
    this.#provider.covered(coverage, surface.action);
    const again = coverage === "unreachable" || coverage === "starting" || coverage === "paused";
    this.#tries = again ? this.#tries + 1 : 0;
    if (again) this.#retry = setTimeout(this.#askAgain, Math.min(FIRST_RETRY_MS * 2 ** (this.#tries - 1), RETRY_MS));
  }

  /** Asked of the worker once a page: a personal post that everyone can see. It holds nothing and is no part of a decision. */
  #remind({ action, account, audience, editor }: Surface): void {
    if (this.#reminded || action !== "post" || account.kind !== "personal" || audience.scope !== "public") return;
    this.#reminded = true;
    const { remind, texts } = this.#provider;
    void remind().then((due) => due && this.#warnings.remark(editor, texts.words("reminder_public")));
  }

  #askAgain = (): void => {
    this.#checks.forgetAll();
    this.#recheck();
  };

  #recheck(): void {
    const surface = this.#watch.current;
    if (surface && !this.#signal.aborted) void this.#verdictFor(surface);
  }

  #except = async (names: readonly string[], kind: Exception): Promise<boolean> => {
    const taken = await this.#provider.except(names, kind);
    this.#askAgain();
    return taken;
  };

  #left(): void {
    clearTimeout(this.#retry);
    this.#warnings.writing.clear();
  }
}

function coverageOf(outcome: Outcome): Coverage {
  if (outcome.kind === "away") {
    return outcome.reason === "reload" || outcome.reason === "paused" ? outcome.reason : "unreachable";
  }
  return outcome.kind === "decision" && outcome.decision.checked.names === "loading" ? "starting" : "protected";
}

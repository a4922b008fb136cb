// Puts the modules together for one page: watch the editor, ask for a verdict, show it, hold a submit. The same for the
// extension's content script and for the practice page; what differs (how to ask, which words) is passed in.
// No chrome.* here.
import { attemptOf, isEmpty, textOf } from "./attempt";
import { Checks } from "./checks";
import type { Attachments, Attempt } from "./contract.gen";
import { Gate } from "./gate";
import { withMentions } from "./mentions";
import type { Outcome } from "./outcome";
import { photoNote } from "./photo-note";
import { Photos } from "./photos";
import type { Coverage } from "./protocol";
import type { SiteAdapter, Surface } from "./sites/site";
import { type DomSubmission, Submits } from "./submits";
import type { Host } from "./warning/host";
import type { Texts } from "./warning/reason";
import { Warnings } from "./warning/warning";
import { Watch } from "./watch";

export interface Provider {
  /** Asks the agent; `editor` names the box. */
  ask(editor: string, attempt: Attempt): Promise<Outcome>;
  notStudent(name: string): Promise<boolean>;
  readonly texts: Texts;
  /** How well this tab is looked after, as of now. */
  covered(coverage: Coverage): void;
}

/** With no answer, or half a one, the text that stands there is tried again this often: an agent that starts is noticed. */
const RETRY_MS = 3_000;
/** A page empties its editor within this time after a submit, without any event that we could see. */
const EMPTIED_MS = 400;

/** Begins to look after the page; everything ends with the signal. Gives the one element that we draw in. */
export function assemble(site: SiteAdapter, provider: Provider, signal: AbortSignal): Host {
  const guard = new PageGuard(site, provider, signal);
  guard.start();
  return guard.host;
}

class PageGuard {
  readonly #checks: Checks;
  readonly #warnings: Warnings;
  readonly #submits: Submits;
  readonly #watch: Watch;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly site: SiteAdapter,
    private readonly provider: Provider,
    private readonly signal: AbortSignal,
  ) {
    this.#checks = new Checks(withMentions(provider.ask));
    this.#warnings = new Warnings(provider.texts, { notStudent: (name) => this.#notStudent(name), textOf }, signal);
    const gate = new Gate<DomSubmission>(this.#checks, this.#warnings);
    this.#submits = new Submits(site, gate, this.#warnings.host.isOurs);
    this.#watch = new Watch(site, {
      changed: (surface) => void this.#verdictFor(surface),
      redrawn: (surface) => this.#warnings.repaint(surface.editor),
      left: () => this.#left(),
      unknown: () => provider.covered("not_recognised"),
    });
  }

  get host(): Host {
    return this.#warnings.host;
  }

  start(): void {
    this.#submits.listen(window, this.signal);
    const lookLater = () => setTimeout(() => this.#watch.look(), EMPTIED_MS);
    for (const name of ["click", "keyup"]) {
      window.addEventListener(name, lookLater, { capture: true, passive: true, signal: this.signal });
    }
    this.#watch.start(document, this.signal);
    const noticed = (surface: Surface, photos: Attachments) => void this.#noticePhotos(surface, photos);
    new Photos(this.site, () => this.#watch.current, noticed).listen(window, this.signal);
    this.signal.addEventListener("abort", () => clearTimeout(this.#retry));
  }

  async #noticePhotos(surface: Surface, photos: Attachments): Promise<void> {
    const note = await photoNote(photos, surface, this.site.id, this.provider);
    if (!this.signal.aborted) this.#warnings.remark(surface, note);
    this.#recheck();
  }

  async #verdictFor(surface: Surface): Promise<void> {
    clearTimeout(this.#retry);
    const attempt = attemptOf(surface, this.site.id);
    if (isEmpty(attempt)) {
      this.#warnings.clear();
      return;
    }
    const editor = this.#submits.nameOf(surface.editor);
    const outcome = this.#checks.known(attempt) ?? (await this.#checks.check(editor, attempt));
    if (outcome.kind === "superseded" || this.#watch.current?.editor !== surface.editor) return;
    // Show nothing about a text that is no longer there: its own verdict is on the way.
    if (textOf(surface.editor) !== attempt.text) return;
    this.#warnings.show(surface, attempt.text ?? "", outcome);
    const coverage = coverageOf(outcome);
    this.provider.covered(coverage);
    if (coverage === "unreachable" || coverage === "starting" || coverage === "paused") {
      this.#retry = setTimeout(() => this.#recheck(), RETRY_MS);
    }
  }

  #recheck(): void {
    const surface = this.#watch.current;
    if (surface && !this.signal.aborted) void this.#verdictFor(surface);
  }

  async #notStudent(name: string): Promise<boolean> {
    const taken = await this.provider.notStudent(name);
    this.#checks.forgetAll();
    this.#recheck();
    return taken;
  }

  #left(): void {
    clearTimeout(this.#retry);
    this.#warnings.clear();
  }
}

function coverageOf(outcome: Outcome): Coverage {
  if (outcome.kind === "away") {
    return outcome.reason === "reload" || outcome.reason === "paused" ? outcome.reason : "unreachable";
  }
  return outcome.kind === "decision" && outcome.decision.checked.names === "loading" ? "starting" : "protected";
}

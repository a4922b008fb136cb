// Photos put on a post: how many, what their files are called, and whether one carries the place where it was taken.
// Files are read on this computer, their first bytes only, and go nowhere; names and the one yes or no go to the agent as
// `attachments`. It changes nothing in the page. Called by assemble.ts; attempt.ts asks what hangs on an editor.
import type { Attachments } from "./contract.gen";
import { HEAD_BYTES, hasLocation } from "./exif";
import { on } from "./listen";
import { all, around, EDITABLE } from "./sites/reading";
import type { SiteAdapter, Surface } from "./sites/site";

const NONE: Attachments = { photos: 0, names: [], located: false };
const MOST_NAMES = 100;
const LONGEST_NAME = 300;
/** How far a file button may stand from the editor of its post. */
const REACH = 12;

const attached = new WeakMap<HTMLElement, Attachments>();

/** What hangs on this editor's post, or null when nothing does. */
export function photosOn(editor: HTMLElement): Attachments | null {
  return attached.get(editor) ?? null;
}

/** Told once per editor and choice of photos. */
export type Noticed = (surface: Surface, photos: Attachments) => void;

export class Photos {
  readonly #site: SiteAdapter;
  readonly #current: () => Surface | null;
  readonly #noticed: Noticed;

  constructor(site: SiteAdapter, current: () => Surface | null, noticed: Noticed) {
    this.#site = site;
    this.#current = current;
    this.#noticed = noticed;
  }

  listen(target: Window, signal: AbortSignal): void {
    on(target, "change", (event) => this.#chosen(event), signal);
    on(target, "drop", (event) => this.#given(event.target, event.dataTransfer?.files), signal);
    on(target, "paste", (event) => this.#given(event.target, event.clipboardData?.files), signal);
  }

  #chosen(event: Event): void {
    const input = event.target;
    if (input instanceof HTMLInputElement && input.type === "file") this.#given(input, input.files);
  }

  #given(place: EventTarget | null, files: FileList | null | undefined): void {
    // A list of files is alive: the page may empty its input as soon as it has read it.
    const photos = [...(files ?? [])].filter((file) => file.type.startsWith("image/"));
    const surface = place instanceof Element ? this.#surfaceNear(place) : null;
    if (photos.length > 0 && surface) void this.#attach(surface, photos);
  }

  #surfaceNear(place: Element): Surface | null {
    for (const outer of [place, ...around(place, REACH)]) {
      for (const editor of all(outer, EDITABLE)) {
        const surface = this.#site.surfaceOf(editor);
        if (surface) return surface;
      }
    }
    return this.#current();
  }

  async #attach(surface: Surface, photos: readonly File[]): Promise<void> {
    const heads = await Promise.all(
      photos.map((photo) =>
        photo
          .slice(0, HEAD_BYTES)
          .arrayBuffer()
          .then(hasLocation, () => false),
      ),
    );
    const before = attached.get(surface.editor) ?? NONE;
    const names = [...(before.names ?? []), ...photos.map(({ name }) => name.slice(0, LONGEST_NAME))];
    const now: Attachments = {
      photos: (before.photos ?? 0) + photos.length,
      names: names.slice(0, MOST_NAMES),
      located: (before.located ?? false) || heads.includes(true),
    };
    attached.set(surface.editor, now);
    this.#noticed(surface, now);
  }
}

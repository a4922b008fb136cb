// Where port and token come from: native messaging, and nothing else. The browser itself checks that it is this extension
// that asks. Kept in storage.session (memory, this extension's trusted pages only) because a worker lives about 30 s.
// Called by the agent client through background.ts.
import type { LinkSource, NoLink } from "./agent-client";
import { isRecord } from "./outcome";
import type { Link } from "./proof";

const SLOT = "link";

export class NativeLink implements LinkSource {
  #asking: Promise<Link | NoLink> | null = null;

  constructor(private readonly host: string) {}

  async get(): Promise<Link | NoLink> {
    const stored = await chrome.storage.session.get(SLOT);
    const known = asLink(stored[SLOT]);
    if (known) return known;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async forget(): Promise<void> {
    await chrome.storage.session.remove(SLOT);
  }

  async #ask(): Promise<Link | NoLink> {
    try {
      const link = asLink(await chrome.runtime.sendNativeMessage(this.host, { kind: "hello" }));
      // The host answers without a link when no agent is running.
      if (!link) return "unreachable";
      await chrome.storage.session.set({ [SLOT]: link });
      return link;
    } catch {
      return "no_host"; // none installed, forbidden by policy, or it ended without an answer
    }
  }
}

function asLink(value: unknown): Link | null {
  if (!isRecord(value) || typeof value.token !== "string" || !/^[0-9a-f]{32,128}$/.test(value.token)) return null;
  const port = value.port;
  if (typeof port !== "number" || !Number.isInteger(port) || port < 1 || port > 65_535) return null;
  return { port, token: value.token };
}

// Where settings lie: storage.managed, written by the school's policy, and storage.local, written by the options page.
// A policy may arrive after the browser has started us (seen on a first install): every change drops what was read.
// Used by the worker, the popup and the options page.
import { type OwnSetting, type Settings, settingsOf } from "./settings";

export class SettingsStore {
  #read: Promise<Settings> | null = null;

  /** `changed` is told after each change of either store. Register at the worker's start, so that events wake it. */
  constructor(changed: () => void = () => {}) {
    chrome.storage.onChanged.addListener((_changes, area) => {
      if (area !== "managed" && area !== "local") return;
      this.#read = null;
      changed();
    });
  }

  get(): Promise<Settings> {
    this.#read ??= this.#load();
    return this.#read;
  }

  async set(name: OwnSetting, value: string): Promise<void> {
    await chrome.storage.local.set({ [name]: value });
  }

  async #load(): Promise<Settings> {
    const none = () => ({}); // Firefox refuses when there is no policy at all
    const [managed, own] = await Promise.all([
      chrome.storage.managed.get(null).catch(none),
      chrome.storage.local.get(null).catch(none),
    ]);
    return settingsOf(managed, own);
  }
}

// The link to the school's help desk, or nothing when the school has named none. Used by the popup and the options page.
import type { Settings } from "../settings";
import { make } from "../warning/make";

export function helpLink({ helpDesk }: Settings): HTMLElement[] {
  if (helpDesk === null) return [];
  const attributes = { href: helpDesk, target: "_blank", rel: "noreferrer" };
  return [make("a", { text: chrome.i18n.getMessage("help_desk"), attributes })];
}

// The words of the interface, by key. Where they come from is passed in: the browser's own _locales in the extension, the
// same files bundled on the practice page. No wording of a rule lives here: that travels with each Warning.
import type { Action } from "./contract.gen";
import type { AwayReason } from "./outcome";

export type WordKey =
  | "language"
  | "name"
  | "not_student"
  | "own_child"
  | "noted"
  | "not_student_failed"
  | "ask_first"
  | "copied"
  | "copy_refused"
  | "why"
  | "policy"
  | "dismiss"
  | "replace_with"
  | "card_name"
  | "sheet_name"
  | "pill_quiet"
  | "pill_count"
  | "pill_away"
  | "pill_waiting"
  | "pill_unknown"
  | "announce_one"
  | "announce_many"
  | "press_again"
  | "blocked"
  | "away_title"
  | "for_school"
  | "reminder_public"
  | "photo_note"
  | "photo_located"
  | `away_${AwayReason}`
  | `edit_${Action}`
  | `anyway_${Action}`;

/** The words for a key, with $1 filled in. An unknown key gives "". */
export type Words = (key: WordKey, substitution?: string) => string;

// The one gentle note when a photo is put on a post: a checklist, what the file itself says, and the clause it stands in.
// File names are checked as texts by the agent. It asks nothing and holds nothing. Used by the worker and by the practice page.
import type { Account, Attachments, Attempt } from "./contract.gen";
import type { Outcome } from "./outcome";
import type { Clauses } from "./warning/reason";
import type { Words } from "./words";

const CLAUSE = "D-student-info";
const MOST_CHECKED = 10;

type Ask = (editor: string, attempt: Attempt) => Promise<Outcome>;

/** The sentences of the note, in the person's language. */
export async function photoNote(
  photos: Attachments,
  account: Account,
  site: string,
  { ask, words, clauses }: { ask: Ask; words: Words; clauses: Clauses },
): Promise<string> {
  const text = (photos.names ?? []).slice(0, MOST_CHECKED).map(wordsIn).join(" \n");
  const [outcome, clause] = await Promise.all([
    ask("photos", { action: "post", site, text, account }),
    clauses(CLAUSE).catch(() => null),
  ]);
  const named =
    outcome.kind === "decision" ? outcome.decision.findings.find(({ kind }) => kind === "STUDENT_NAME") : null;
  const sentences = [
    words("photo_note"),
    photos.located ? words("photo_located") : "",
    named ? words("photo_named", text.slice(named.start, named.end)) : "",
    clause ? `(${clause.heading})` : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

/** "IMG_2034 Emma-Rodrigues.jpg" -> "IMG 2034 Emma Rodrigues": a file's name as words that can be checked as a text. */
function wordsIn(fileName: string): string {
  return fileName
    .replace(/\.[A-Za-z0-9]{2,5}$/, "")
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .replace(/[_\-.+()[\]]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

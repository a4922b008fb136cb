// The one gentle note when a photo is put on a post: a checklist, what the file itself says, and the clause it stands in.
// The agent reads the files' names. It asks nothing and holds nothing. Used by the worker and by the practice page.
import type { Account, Attachments, Attempt } from "./contract.gen";
import type { Outcome } from "./outcome";
import type { Clauses } from "./warning/reason";
import type { Words } from "./words";

const CLAUSE = "D-student-info";
const NAMED = "student-in-file-name";

type Ask = (editor: string, attempt: Attempt) => Promise<Outcome>;

/** The sentences of the note, in the person's language. */
export async function photoNote(
  photos: Attachments,
  account: Account,
  site: string,
  { ask, words, clauses }: { ask: Ask; words: Words; clauses: Clauses },
): Promise<string> {
  const [outcome, clause] = await Promise.all([
    ask("photos", { action: "post", site, account, attachments: photos }),
    clauses(CLAUSE).catch(() => null),
  ]);
  const named = outcome.kind === "decision" ? outcome.decision.warnings.find(({ rule }) => rule === NAMED) : undefined;
  const sentences = [
    words("photo_note"),
    photos.located ? words("photo_located") : "",
    named?.why ?? "",
    clause ? `(${clause.heading})` : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

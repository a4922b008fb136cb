// The one gentle note when a photo is put on a post: a checklist, what the file itself says, and the clause it stands in.
// File names are checked as texts by the agent. It asks nothing and holds nothing. Called by assemble.ts.
import type { Attachments, Attempt } from "./contract.gen";
import type { Outcome } from "./outcome";
import { wordsIn } from "./photos";
import type { Surface } from "./sites/site";
import type { Texts } from "./warning/reason";

const CLAUSE = "D-student-info";
const MOST_CHECKED = 10;

type Ask = (editor: string, attempt: Attempt) => Promise<Outcome>;

/** The sentences of the note, in the person's language. */
export async function photoNote(
  photos: Attachments,
  { account }: Surface,
  site: string,
  { ask, texts }: { ask: Ask; texts: Texts },
): Promise<string> {
  const { words } = texts;
  const text = (photos.names ?? []).slice(0, MOST_CHECKED).map(wordsIn).join(" \n");
  const [outcome, clause] = await Promise.all([
    ask("photos", { action: "post", site, text, account }),
    texts.clauses(CLAUSE).catch(() => null),
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

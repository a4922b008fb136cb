// The practice page: the extension's own modules on a page of the agent's, in any browser, with nothing installed.
// It asks the page's own origin, with the per-page token of a meta tag, and so learns of the invented roster only.
// It also plays the site's part: what is posted joins a list on the page, and is sent nowhere.
import facebookFacts from "packed:facebook";
import en from "../_locales/en/messages.json";
import es from "../_locales/es/messages.json";
import pt from "../_locales/pt_BR/messages.json";
import { assemble, type Provider } from "./assemble";
import { asLanguage, clausesIn } from "./clauses";
import { CLAUSES } from "./clauses.gen";
import type { Attempt, Decision } from "./contract.gen";
import { readEditor } from "./editor";
import { withMentions } from "./mention-checks";
import { asDecision, away, letsPass, type Outcome } from "./outcome";
import { photoNote } from "./photo-note";
import { startPosting } from "./practice-posting";
import { facebook } from "./sites/facebook";
import { Scene } from "./sites/scene";
import { STYLES } from "./warning/styles";
import type { Words } from "./words";

const language = asLanguage(document.documentElement.lang);
const messages: Record<string, { message: string } | undefined> = { en, es, pt }[language];
const words: Words = (key, substitution) => (messages[key]?.message ?? "").replace("$1", substitution ?? "");
const token = document.querySelector<HTMLMetaElement>("meta[name='second-look-practice-token']")?.content ?? "";

/** "Not a student" here lasts as long as the page: the agent keeps nothing for a page that anybody may open. */
const excused = new Set<string>();

async function ask(_editor: string, attempt: Attempt): Promise<Outcome> {
  let response: Response;
  try {
    response = await fetch("/practice/checks", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Second-Look-Practice": token, "Accept-Language": language },
      body: JSON.stringify(attempt),
    });
  } catch {
    return away("unreachable");
  }
  if (!response.ok) return away(response.status === 401 || response.status === 403 ? "reload" : "refused");
  const decision = asDecision(await response.json().catch(() => null));
  return decision ? { kind: "decision", decision: withoutExcused(decision, attempt) } : away("bad_answer");
}

function withoutExcused(decision: Decision, { text = "", target }: Attempt): Decision {
  const known = [target?.name, target?.handle].some((name) => name && excused.has(name));
  if (known) return { ...decision, verdict: "allow", warnings: [] };
  const isExcused = (span: { start?: number | null; end?: number | null }) =>
    typeof span.start === "number" && typeof span.end === "number" && excused.has(text.slice(span.start, span.end));
  const warnings = decision.warnings.filter((warning) => !isExcused(warning));
  if (warnings.length === decision.warnings.length) return decision;
  const verdict = warnings.find(({ verdict }) => !letsPass(verdict))?.verdict ?? warnings[0]?.verdict ?? "allow";
  return { ...decision, verdict, warnings, findings: decision.findings.filter((finding) => !isExcused(finding)) };
}

const clauses = clausesIn(CLAUSES, language);

const provider: Provider = {
  ask: withMentions(ask),
  aboutPhotos: (photos, account) => photoNote(photos, account, "facebook", { ask, words, clauses }),
  except: (names) => {
    for (const name of names) excused.add(name);
    return Promise.resolve(true);
  },
  texts: { words, clauses },
  remind: () => Promise.resolve(false),
  covered: () => {},
};

const page = {
  document,
  path: () => "/",
  host: () => "www.facebook.com",
  cookies: () => "c_user=1", // the page plays a personal account
};

const { host } = assemble(facebook(new Scene(facebookFacts, page)), provider, new AbortController().signal);
host.dress(STYLES);
startPosting((editor) => readEditor(editor).text);

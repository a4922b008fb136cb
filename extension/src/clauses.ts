// The clauses of the policy as "Why?" shows them, in the person's language. Pure; the texts are generated from shared_rules.
// Kept by the worker (and by the practice page), so that no page has to parse the whole policy.
import type { Clause, Language } from "./contract.gen";
import type { Clauses } from "./warning/reason";

export function clausesIn(clauses: Readonly<Record<string, Clause>>, language: Language): Clauses {
  return (key) => {
    const clause = Object.hasOwn(clauses, key) ? clauses[key] : undefined;
    if (!clause) return Promise.resolve(null);
    return Promise.resolve({ heading: clause.heading[language], text: clause.text, plain: clause.plain[language] });
  };
}

/** "pt-BR" -> "pt"; English for any other language. */
export function asLanguage(tag: string): Language {
  if (tag.startsWith("es")) return "es";
  return tag.startsWith("pt") ? "pt" : "en";
}

// What a test asks of a fixture page, read from its address: language, composer variant, drafts that the site "restored".
const query = new URLSearchParams(location.search);

/** "en", "es" or "pt-BR"; the server puts the same word into <html lang>. */
export const language = query.get("lang") ?? "en";

/** Which of the known shapes of a surface is drawn, e.g. ?composer=two-step. */
export const variant = (surface, usual) => query.get(surface) ?? usual;

/** Text that the site restored by itself, with no input event: ?draft=... (post) or ?comment=... (comment). */
export const draft = (surface) => query.get(surface) ?? "";

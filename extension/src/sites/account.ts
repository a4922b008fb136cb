// Whose account acts: the person's own, the Page or profile they have switched to, or not to be told.
// Which of the two a switched account is, the agent decides from the person's list, by the name or id sent here.
// Used by the site adapters; reads the page only.
import type { Account } from "../contract.gen";
import { all, cookie, handleIn } from "./reading";
import type { Scene } from "./scene";

const ACTING = "[role='textbox'][aria-label]";

/** "Comment as Ana" -> "Ana", from this box, or else from any comment box on the page. */
function actingName(editor: Element | null, scene: Scene): string | null {
  const own = editor ? nameIn(editor, scene) : null;
  if (own) return own;
  for (const box of all(scene.page.document, ACTING)) {
    const name = nameIn(box, scene);
    if (name) return name;
  }
  return null;
}

function nameIn(box: Element, { labels }: Scene): string | null {
  const label = box.ariaLabel ?? "";
  return /\b(as|como)\s+\S/i.test(label) ? labels.rest("comment_box", label) || null : null;
}

export function facebookAccount(editor: Element | null, scene: Scene): Account {
  const { facts, page } = scene;
  const name = actingName(editor, scene);
  // Business Suite posts as the Page without any switch.
  if (facts.page_hosts?.includes(page.host())) return { kind: "professional", name };
  // Another profile or a Page is acting; which of the two the page does not say, so the agent looks at its list.
  const acting = cookie(page.cookies(), "i_user");
  if (acting) return { kind: "unknown", name: name ?? acting };
  return { kind: cookie(page.cookies(), "c_user") ? "personal" : "unknown", name };
}

/** Instagram shows one account at a time: its name is in the link of one's own picture. Its kind is not on the page. */
export function instagramAccount({ labels, facts, page }: Scene): Account {
  const links = all(page.document, facts.anchors.own_profile);
  const isOwn = (link: Element) => {
    const alt = link.querySelector("img")?.getAttribute("alt") ?? "";
    return labels.is("own_avatar", alt.replace(/^.*['’]s\s+/, "")) || labels.is("own_avatar", alt);
  };
  // In a language whose words we do not know, the last link of the rail with a picture is one's own.
  const own = links.find(isOwn) ?? links.at(-1);
  const name = handleIn(own?.getAttribute("href"), facts.reserved_paths);
  return { kind: cookie(page.cookies(), "ds_user_id") ? "personal" : "unknown", name };
}

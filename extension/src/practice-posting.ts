// What a site would do on the practice page: Post, Comment or Enter puts the text into the "posted" list and empties the
// box. Knows nothing of warnings: like a real site it only sees the events that the gate lets through.
import { isTextarea } from "./editor";

export function startPosting(read: (editor: HTMLElement) => string): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element | null)?.closest("[role='button'], button");
    const container = button?.closest("[role='dialog'], form");
    const label = button?.getAttribute("aria-label");
    const editor = container?.querySelector<HTMLElement>("[contenteditable='true'], textarea");
    if (editor && label && SUBMITS.has(label)) publish(editor, read(editor));
  });
  document.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && target.closest("form")) {
      const editor = target.closest<HTMLElement>("[contenteditable='true'], textarea");
      if (!editor) return;
      event.preventDefault();
      publish(editor, read(editor));
      return;
    }
    // A div with a button's role answers keys only if somebody makes it.
    if ((event.key === "Enter" || event.key === " ") && target.matches("[role='button']:not(button)")) {
      event.preventDefault();
      target.click();
    }
  });
  for (const form of document.querySelectorAll("form"))
    form.addEventListener("submit", (event) => event.preventDefault());
}

const SUBMITS = new Set(["Post", "Comment", "Publicar", "Comentar", "Postar"]);

function publish(editor: HTMLElement, text: string): void {
  if (text.trim() === "") return;
  const item = document.createElement("li");
  item.textContent = text;
  document.querySelector("[data-second-look-posted]")?.prepend(item);
  document.querySelector("[data-second-look-posted-empty]")?.setAttribute("hidden", "");
  if (isTextarea(editor)) editor.value = "";
  else editor.replaceChildren();
}

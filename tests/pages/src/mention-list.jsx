// The list of names that opens after "@": Enter picks from it and is then no submit. Its ARIA is assumed, not seen live:
// a listbox with a selected option, aria-activedescendant on the editor. The list stands outside the editor.
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ENTER_COMMAND,
} from "lexical";
import { useEffect, useState } from "react";

const PEOPLE = ["Nora Pike", "Bruno Vance", "Dana Whitfield"];

/** The letters after "@" before the caret, or null. */
function typedName() {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const before = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset);
  return /@(\w*)$/.exec(before)?.[1] ?? null;
}

function pick(name, letters) {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (let step = 0; step <= letters.length; step += 1) selection.deleteCharacter(true);
  // One unbroken, marked span, as in Lexical's own demo; the real site's attributes are not known.
  selection.insertNodes([$createTextNode(name).setMode("segmented").setStyle("font-weight: 600")]);
}

export function MentionList() {
  const [editor] = useLexicalComposerContext();
  const [letters, setLetters] = useState(null);
  const found = letters === null ? [] : PEOPLE.filter((name) => name.toLowerCase().startsWith(letters.toLowerCase()));
  const chosen = found[0] ?? null;
  useEffect(() => editor.registerUpdateListener(() => setLetters(editor.read(typedName))), [editor]);
  useEffect(() => {
    const root = editor.getRootElement();
    if (chosen) root?.setAttribute("aria-activedescendant", "mention-0");
    else root?.removeAttribute("aria-activedescendant");
    const enter = (event) => {
      if (!chosen) return false;
      event?.preventDefault();
      editor.update(() => pick(chosen, letters));
      return true;
    };
    return editor.registerCommand(KEY_ENTER_COMMAND, enter, COMMAND_PRIORITY_CRITICAL);
  }, [editor, chosen, letters]);
  if (!chosen) return null;
  return (
    <ul role="listbox" className="mentions">
      {found.map((name, index) => (
        <li key={name} id={`mention-${index}`} role="option" aria-selected={index === 0}>
          {name}
        </li>
      ))}
    </ul>
  );
}

// One text box as Facebook draws it: the real Lexical plain-text editor, role=textbox, prompt in aria-placeholder or aria-label.
// With `onEnter` a bare Enter sends and clears, and Shift+Enter breaks the line, as in comments and chat.
import { AutoFocusPlugin } from "@lexical/react/LexicalAutoFocusPlugin";
import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { HistoryPlugin } from "@lexical/react/LexicalHistoryPlugin";
import { OnChangePlugin } from "@lexical/react/LexicalOnChangePlugin";
import { PlainTextPlugin } from "@lexical/react/LexicalPlainTextPlugin";
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_HIGH,
  KEY_ENTER_COMMAND,
} from "lexical";
import { useEffect } from "react";
import { MentionList } from "./mention-list.jsx";

/** The text as the site would send it. */
export const textOf = (editor) => editor.read(() => $getRoot().getTextContent().replaceAll("\n\n", "\n"));

/** Empties the box after sending, as the site does: before any bubble listener above it runs. */
export function clear(editor) {
  editor.update(() => $getRoot().clear().append($createParagraphNode()), { discrete: true });
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
}

function EnterSends({ onEnter }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    const send = (event) => {
      if (!event || event.shiftKey) return false;
      event.preventDefault();
      if (textOf(editor).trim()) onEnter(editor, event);
      return true;
    };
    return editor.registerCommand(KEY_ENTER_COMMAND, send, COMMAND_PRIORITY_HIGH);
  }, [editor, onEnter]);
  return null;
}

function Hold({ editorRef }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    editorRef.current = editor;
  }, [editor, editorRef]);
  return null;
}

function restore(draft) {
  for (const line of draft.split("\n")) {
    const paragraph = $createParagraphNode();
    if (line) paragraph.append($createTextNode(line));
    $getRoot().append(paragraph);
  }
}

/**
 * @param {{editorRef: {current: any}, label?: string, placeholder: string, draft?: string, autoFocus?: boolean,
 *   onEnter?: (editor: any, event: KeyboardEvent) => void, onText?: (text: string) => void}} props
 */
export function LexicalBox({ editorRef, label, placeholder, draft = "", autoFocus = false, onEnter, onText }) {
  const initialConfig = {
    namespace: "fixture",
    theme: {},
    editorState: draft ? () => restore(draft) : undefined,
    onError: (error) => {
      throw error;
    },
  };
  return (
    <LexicalComposer initialConfig={initialConfig}>
      <div className="box">
        <PlainTextPlugin
          contentEditable={
            <ContentEditable
              aria-label={label}
              aria-placeholder={placeholder}
              placeholder={<div className="prompt">{placeholder}</div>}
              role="textbox"
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
      </div>
      <HistoryPlugin />
      {autoFocus && <AutoFocusPlugin />}
      <OnChangePlugin onChange={(_state, editor) => onText?.(textOf(editor))} />
      <Hold editorRef={editorRef} />
      <MentionList />
      {onEnter && <EnterSends onEnter={onEnter} />}
    </LexicalComposer>
  );
}

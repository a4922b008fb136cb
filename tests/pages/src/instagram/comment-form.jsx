// The comment box: a React-controlled textarea in a form, drawn anew on first focus (old references go stale), and a
// text-only Post button without aria-label. Enter sends, Shift+Enter breaks the line.
import { useEffect, useRef, useState } from "react";
import { clear, LexicalBox, textOf } from "../lexical-box.jsx";
import { draft, variant } from "../page-query.js";
import { record } from "../posted.js";
import { RoleButton } from "../role-button.jsx";
import { labels } from "./labels.js";

export function CommentForm() {
  const [text, setText] = useState(draft("comment"));
  const [focused, setFocused] = useState(false);
  const box = useRef(null);
  useEffect(() => {
    if (focused) box.current?.focus();
  }, [focused]);
  const send = (event, how) => {
    if (!text.trim()) return;
    record("comment", text, event.nativeEvent, how);
    setText("");
  };
  const key = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send(event, "enter");
  };
  const submit = (event) => {
    event.preventDefault();
    send(event, "submit");
  };
  return (
    <form className="comment-form" method="POST" onSubmit={submit}>
      <RoleButton onPress={() => setText(`@${variant("replied", "nora.pike")} `)}>{labels.reply}</RoleButton>
      <textarea
        key={focused ? "focused" : "first"}
        ref={box}
        aria-label={labels.comment}
        placeholder={labels.comment}
        autoComplete="off"
        value={text}
        onFocus={() => setFocused(true)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={key}
      />
      {text.trim() && <RoleButton onPress={(event) => send(event, "click")}>{labels.post}</RoleButton>}
    </form>
  );
}

/** The variant seen beside reels: a rich text box in place of the textarea. */
export function RichCommentForm() {
  const editor = useRef(null);
  const send = (box, event, how) => {
    record("comment", textOf(box), event, how);
    clear(box);
  };
  return (
    <form className="comment-form" onSubmit={(event) => event.preventDefault()}>
      <LexicalBox
        editorRef={editor}
        label={labels.comment}
        placeholder={labels.comment}
        onEnter={(box, event) => send(box, event, "enter")}
      />
      <RoleButton onPress={(event) => send(editor.current, event.nativeEvent, "click")}>{labels.post}</RoleButton>
    </form>
  );
}

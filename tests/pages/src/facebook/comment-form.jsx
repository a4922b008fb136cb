// A comment box: form role=presentation, Lexical box "Comment as ...", submit under #focused-state-composer-submit.
// Enter sends and clears at once; the id repeats when several boxes are open, as on the site.
import { useRef, useState } from "react";
import { clear, LexicalBox, textOf } from "../lexical-box.jsx";
import { draft } from "../page-query.js";
import { record } from "../posted.js";
import { RoleButton } from "../role-button.jsx";
import { labels } from "./labels.js";

/** @param {{replyTo?: string, onSent: (text: string) => void}} props  `replyTo` names the person replied to. */
export function CommentForm({ replyTo, onSent }) {
  const editor = useRef(null);
  const restored = replyTo ? "" : draft("comment");
  const [text, setText] = useState(restored);
  const label = replyTo ? labels.replyTo(replyTo) : labels.commentAs;
  const send = (box, event, how) => {
    const sent = textOf(box);
    record("comment", sent, event, how);
    clear(box);
    onSent(sent);
  };
  return (
    <form role="presentation" className="comment-form" onSubmit={(event) => event.preventDefault()}>
      <LexicalBox
        editorRef={editor}
        label={label}
        placeholder={label}
        draft={restored}
        onText={setText}
        onEnter={(box, event) => send(box, event, "enter")}
      />
      <div className="bar">
        <RoleButton label="Insert an emoji">☺</RoleButton>
        <RoleButton label="Comment with a GIF">GIF</RoleButton>
        <div id="focused-state-composer-submit">
          <RoleButton
            label={replyTo ? labels.reply : labels.comment}
            disabled={!text.trim()}
            onPress={(event) => send(editor.current, event.nativeEvent, event.type === "click" ? "click" : "enter")}
          >
            ➤
          </RoleButton>
        </div>
      </div>
    </form>
  );
}

// Instagram's other boxes: a direct message (/direct/t/<id>/), the caption of a new post (/create/), a story's reply box
// (/stories/<user>/<id>/) and the bio (/accounts/edit/). ?user=... is the other person, ?group=... a group's members.
import { useRef, useState } from "react";
import { clear, LexicalBox, textOf } from "../lexical-box.jsx";
import { variant } from "../page-query.js";
import { record } from "../posted.js";
import { RoleButton } from "../role-button.jsx";
import { labels } from "./labels.js";

const how = (event) => (event.type === "click" ? "click" : "enter");

/** A 1:1 thread has a header link with the avatar; only a group's details panel has "Change group name" and members. */
export function Direct() {
  const editor = useRef(null);
  const user = variant("user", "nora.pike");
  const group = variant("group", "");
  const [text, setText] = useState("");
  const send = (box, event, kind) => {
    record("message", textOf(box), event, kind);
    clear(box);
  };
  return (
    <section>
      {group ? (
        <aside>
          <div role="button" aria-label="Change group name" tabIndex={0} />
          {group.split(",").map((member) => (
            <div role="listitem" key={member}>
              <a href={`/${member}/`}>{member}</a>
            </div>
          ))}
        </aside>
      ) : (
        <header>
          <a href={`/${user}/`} role="link">
            <img alt={labels.picture(user)} /> <span>{variant("name", user)}</span>
          </a>
        </header>
      )}
      <LexicalBox
        editorRef={editor}
        label={labels.message.replace("...", "")}
        placeholder={labels.message}
        onText={setText}
        onEnter={(box, event) => send(box, event, "enter")}
      />
      {text.trim() && (
        <RoleButton onPress={(event) => send(editor.current, event.nativeEvent, how(event))}>{labels.send}</RoleButton>
      )}
    </section>
  );
}

export function Caption() {
  const editor = useRef(null);
  const share = (event) => {
    record("post", textOf(editor.current), event.nativeEvent, how(event));
    clear(editor.current);
  };
  return (
    <div role="dialog" aria-label="Create new post">
      <input type="file" accept="image/*" multiple />
      <LexicalBox editorRef={editor} label={labels.caption} placeholder={labels.caption} />
      <RoleButton onPress={share}>{labels.share}</RoleButton>
    </div>
  );
}

export function StoryReply() {
  const user = location.pathname.split("/")[2];
  const [text, setText] = useState("");
  const key = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    record("message", text, event.nativeEvent, "enter");
    setText("");
  };
  return (
    <section>
      <textarea
        placeholder={labels.replyTo(user)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={key}
      />
    </section>
  );
}

export function Bio() {
  const [text, setText] = useState("");
  const submit = (event) => {
    event.preventDefault();
    record("bio", text, event.nativeEvent, "submit");
  };
  return (
    <form onSubmit={submit}>
      <textarea id="pepBio" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="submit">{labels.submit}</button>
    </form>
  );
}

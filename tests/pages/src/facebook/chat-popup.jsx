// A Messenger pop-up: Lexical box "Write to ...", log, Minimize and Close. Enter sends. Several can be open at once.
// The log says "with" for one person and "titled" for a group; ?log=loading draws it before it has loaded.
import { useRef } from "react";
import { clear, LexicalBox, textOf } from "../lexical-box.jsx";
import { variant } from "../page-query.js";
import { record } from "../posted.js";
import { RoleButton } from "../role-button.jsx";
import { labels } from "./labels.js";

/** The log's label, as Messenger writes it for this thread. */
export function logLabel(name) {
  if (variant("log") === "loading") return "Loading…";
  return variant("thread") === "titled" ? labels.logTitled(name) : labels.logWith(name);
}

/** @param {{name: string, popUp?: boolean}} props */
export function ChatBox({ name, sendButton = false }) {
  const editor = useRef(null);
  const send = (box, event, how) => {
    record("message", `${name}: ${textOf(box)}`, event, how);
    clear(box);
  };
  return (
    <>
      <LexicalBox
        editorRef={editor}
        label={labels.writeTo(name)}
        placeholder="Aa"
        onEnter={(box, event) => send(box, event, "enter")}
      />
      {sendButton && (
        <RoleButton
          label={labels.pressEnter}
          onPress={(event) => send(editor.current, event.nativeEvent, event.type === "click" ? "click" : "enter")}
        />
      )}
    </>
  );
}

/** @param {{name: string, place: number}} props */
export function ChatPopup({ name, place = 0 }) {
  return (
    <div className={place ? "chat chat-second" : "chat"}>
      <h2>{name}</h2>
      <RoleButton label="Minimize chat">–</RoleButton>
      <RoleButton label={labels.closeChat}>×</RoleButton>
      <div role="log" aria-label={logLabel(name)} />
      <ChatBox name={name} />
    </div>
  );
}

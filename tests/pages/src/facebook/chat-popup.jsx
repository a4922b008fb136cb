// A Messenger pop-up, a decoy for the composer: Lexical box "Write to ...", log, Minimize and Close. Enter sends.
import { useRef } from "react";
import { clear, LexicalBox, textOf } from "../lexical-box.jsx";
import { record } from "../posted.js";
import { RoleButton } from "../role-button.jsx";

/** @param {{name: string}} props */
export function ChatPopup({ name }) {
  const editor = useRef(null);
  const send = (box, event) => {
    record("message", textOf(box), event, "enter");
    clear(box);
  };
  return (
    <div className="chat">
      <h2>{name}</h2>
      <RoleButton label="Minimize chat">–</RoleButton>
      <RoleButton label="Close chat">×</RoleButton>
      <div role="log" aria-label={`Messages in conversation with ${name}`} />
      <LexicalBox editorRef={editor} label={`Write to ${name}`} placeholder="Aa" onEnter={send} />
    </div>
  );
}

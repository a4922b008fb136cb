// Messenger's full page (/messages/t/<id>, messenger.com/t/<id>) and a Marketplace listing (/marketplace/item/<id>).
// ?name=... is the person or title, ?thread=titled a group, ?members=A,B opens the "Chat members" panel.
import { useState } from "react";
import { variant } from "../page-query.js";
import { record } from "../posted.js";
import { RoleButton } from "../role-button.jsx";
import { ChatBox, logLabel } from "./chat-popup.jsx";
import { labels } from "./labels.js";

function Members({ names }) {
  return (
    <div>
      <RoleButton label={labels.chatMembers} aria-expanded="true" />
      <div role="list">
        {names.map((name) => (
          <div role="listitem" key={name}>
            <svg role="img" aria-label={name} width="20" height="20" />
            {name}
          </div>
        ))}
      </div>
    </div>
  );
}

export function Messages() {
  const name = variant("name", "Nora Pike");
  const members = variant("members", "");
  return (
    <div>
      <div role="navigation">
        <div role="grid" aria-label="Chats">
          <div role="row">
            <a role="link" aria-current="page" href={location.pathname}>
              {name}
            </a>
          </div>
        </div>
      </div>
      <div className="thread">
        <div role="log" aria-label={logLabel(name)} />
        <ChatBox name={name} sendButton />
      </div>
      {members && <Members names={members.split(",")} />}
    </div>
  );
}

export function Listing() {
  const seller = variant("name", "Nora Pike");
  const [text, setText] = useState("Hi, is this available?");
  const send = (event) => {
    record("message", `${seller}: ${text}`, event.nativeEvent, "click");
    setText("");
  };
  return (
    <div>
      <h1>Bicycle</h1>
      <div>
        <textarea
          aria-label="Please type your message to the seller"
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
        <RoleButton label={labels.marketSend(seller)} onPress={send} />
      </div>
    </div>
  );
}

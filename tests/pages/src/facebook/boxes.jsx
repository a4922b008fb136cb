// Facebook's other boxes: a text story (/stories/create), a reel's caption (/reels/create), a profile's bio
// (/bio, assumed: seen in clones of the site only) and the dialog that shares a post (/share, box assumed).
import { useRef, useState } from "react";
import { clear, LexicalBox, textOf } from "../lexical-box.jsx";
import { record } from "../posted.js";
import { RoleButton } from "../role-button.jsx";
import { labels } from "./labels.js";

const press = (event) => (event.type === "click" ? "click" : "enter");

function RichBox({ surface, label, submit, dialog }) {
  const editor = useRef(null);
  const send = (event) => {
    record(surface, textOf(editor.current), event.nativeEvent, press(event));
    clear(editor.current);
  };
  const box = (
    <>
      <LexicalBox editorRef={editor} label={label} placeholder={label} />
      <div className="bar">
        <RoleButton label={submit} onPress={send} />
      </div>
    </>
  );
  return dialog ? (
    <div role="dialog" aria-label={dialog} className="dialog">
      {box}
    </div>
  ) : (
    <div>{box}</div>
  );
}

export const Story = () => <RichBox surface="story" label={labels.storyText} submit={labels.shareToStory} />;
export const Reel = () => <RichBox surface="reel" label={labels.reelText} submit={labels.publish} />;
export const Share = () => (
  <RichBox surface="share" label={labels.shareText} submit={labels.shareNow} dialog={labels.share} />
);

export function Bio() {
  const [text, setText] = useState("");
  return (
    <div>
      <textarea placeholder={labels.bioText} value={text} onChange={(event) => setText(event.target.value)} />
      <span>101 characters remaining</span>
      <RoleButton label={labels.cancel} />
      <RoleButton label={labels.save} onPress={(event) => record("bio", text, event.nativeEvent, press(event))} />
    </div>
  );
}

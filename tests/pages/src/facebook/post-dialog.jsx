// The "Create post" dialog: Lexical box, Post button (aria-disabled while empty), never sent by Enter.
// ?composer=one-step (usual), two-step (Next, then Post settings, then Post), label (prompt in aria-label, older).
import { useRef, useState } from "react";
import { LexicalBox, textOf } from "../lexical-box.jsx";
import { draft, variant } from "../page-query.js";
import { record } from "../posted.js";
import { RoleButton } from "../role-button.jsx";
import { labels } from "./labels.js";
import { TagDialog } from "./tag-dialog.jsx";

function SettingsDialog({ onPost }) {
  return (
    <div role="dialog" aria-label={labels.settings} className="dialog on-top">
      <h2>{labels.settings}</h2>
      <RoleButton label={labels.post} onPress={onPost} />
    </div>
  );
}

/** @param {{onClose: () => void, prompt?: string}} props */
export function PostDialog({ onClose, prompt = labels.prompt }) {
  const editor = useRef(null);
  const shape = variant("composer", "one-step");
  const [text, setText] = useState(draft("draft"));
  const [settings, setSettings] = useState(false);
  const send = (event) => {
    record("post", textOf(editor.current), event.nativeEvent, event.type === "click" ? "click" : "enter");
    // A slow site keeps the dialog for a moment, so that a second submit would go out too: ?closes=late.
    if (variant("closes", "at-once") === "late") setTimeout(onClose, 500);
    else onClose();
  };
  const empty = !text.trim();
  return (
    <>
      <div role="dialog" aria-label={labels.dialog} className="dialog" hidden={settings}>
        <h2>{labels.dialog}</h2>
        <RoleButton label={labels.close} onPress={onClose} />
        <div className="audience">
          <RoleButton>{variant("audience") === "public" ? labels.publicAudience : labels.audience}</RoleButton>
        </div>
        <input type="file" accept="image/*" multiple aria-label={labels.photo} />
        <form method="POST">
          <LexicalBox
            editorRef={editor}
            label={shape === "label" ? prompt : undefined}
            placeholder={prompt}
            draft={draft("draft")}
            autoFocus
            onText={setText}
          />
          {shape === "two-step" ? (
            <RoleButton label={labels.next} disabled={empty} onPress={() => setSettings(true)} />
          ) : (
            <RoleButton label={labels.post} disabled={empty} onPress={send} />
          )}
        </form>
      </div>
      {settings && <SettingsDialog onPost={send} />}
      {variant("tagging") && <TagDialog />}
    </>
  );
}

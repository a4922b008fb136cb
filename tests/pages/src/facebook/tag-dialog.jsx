// The dialog that tags people in a photo: a row a person (assumed shape). Beside a page of reactions, or over a composer.
import { useState } from "react";
import { variant } from "../page-query.js";
import { record } from "../posted.js";
import { labels } from "./labels.js";

export function TagDialog() {
  const name = variant("name", "Nora Pike");
  const [tagged, setTagged] = useState("");
  const tag = (event) => {
    record("tag", name, event.nativeEvent, event.type === "click" ? "click" : "enter");
    setTagged(name);
  };
  return (
    <div role="dialog" aria-label={labels.tagPeople} className="dialog on-top">
      <div role="listbox">
        {/* biome-ignore lint/a11y: a row of the site's list, clickable as the site draws it */}
        <div role="option" aria-selected={Boolean(tagged)} onClick={tag}>
          {name}
        </div>
      </div>
    </div>
  );
}

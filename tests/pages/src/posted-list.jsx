// Shows what went out, so that a person who drives the fixture by hand sees it too. Not part of either site.
import { useSyncExternalStore } from "react";
import { posted, subscribe } from "./posted.js";

export function PostedList() {
  const entries = useSyncExternalStore(subscribe, posted);
  return (
    <ol className="posted">
      {entries.map((entry) => (
        <li key={`${entry.surface}-${entry.count}`}>
          {entry.surface} #{entry.count} by {entry.how} ({entry.isTrusted ? "trusted" : "replayed"}): {entry.text}
        </li>
      ))}
    </ol>
  );
}

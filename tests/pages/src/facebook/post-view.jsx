// A post opened from the feed: itself a dialog with aria-modal, which must not be taken for the composer or a chat.
import { FeedPost } from "./feed-post.jsx";
import { labels } from "./labels.js";

export function PostView() {
  return (
    <div role="dialog" aria-modal="true" aria-label={labels.postOf("Nora Pike")} className="dialog wide">
      <FeedPost author="Nora Pike" text="Bake sale on Saturday." open />
    </div>
  );
}

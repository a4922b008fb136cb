// A post opened from the feed: itself a dialog with aria-modal, which must not be taken for the composer or a chat.
import { variant } from "../page-query.js";
import { FeedPost } from "./feed-post.jsx";
import { labels } from "./labels.js";

export function PostView() {
  const author = variant("author", "Nora Pike");
  return (
    <div role="dialog" aria-modal="true" aria-label={labels.postOf(author)} className="dialog wide">
      <FeedPost author={author} text="Bake sale on Saturday." open />
    </div>
  );
}

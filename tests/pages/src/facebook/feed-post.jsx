// A post in the feed: article without a label, an action bar whose "Comment" button only opens the box (a decoy for the
// submit of the same name), labelled comment articles, a comment box. ?post=dialog draws it as the aria-modal post dialog.
import { useState } from "react";
import { RoleButton } from "../role-button.jsx";
import { CommentForm } from "./comment-form.jsx";
import { labels } from "./labels.js";

function Comment({ author, text, onReply }) {
  return (
    <div role="article" aria-label={`Comment by ${author} 2 hours ago`} className="comment">
      <a href="/bruno.vance" role="link">
        {author}
      </a>
      <p>{text}</p>
      <RoleButton onPress={onReply}>{labels.reply}</RoleButton>
    </div>
  );
}

/** @param {{author: string, text: string, open?: boolean}} props */
export function FeedPost({ author, text, open = false }) {
  const [boxOpen, setBoxOpen] = useState(open);
  const [replying, setReplying] = useState(false);
  const [own, setOwn] = useState([]);
  const add = (sent) => setOwn((before) => [...before, sent]);
  return (
    <div role="article" aria-posinset={1} className="post">
      <h3>
        <a href="/nora.pike" role="link" data-ad-rendering-role="profile_name">
          {author}
        </a>
      </h3>
      <div data-ad-rendering-role="story_message">{text}</div>
      <div className="bar">
        <RoleButton label={labels.like} />
        <RoleButton label={labels.leaveComment} onPress={() => setBoxOpen(true)}>
          {labels.comment}
        </RoleButton>
        <RoleButton label={labels.comment} onPress={() => setBoxOpen(true)} />
        <RoleButton label={labels.share} />
      </div>
      <Comment author="Bruno Vance" text="What a game!" onReply={() => setReplying(true)} />
      {replying && <CommentForm replyTo="Bruno Vance" onSent={add} />}
      {own.map((sent, index) => (
        <Comment key={index} author="Dana Marsh" text={sent} onReply={() => {}} />
      ))}
      {boxOpen && <CommentForm onSent={add} />}
    </div>
  );
}

// The Instagram fixture: a post page /p/<code>/ with its comment form, and a profile /<user>/ with text-only
// Follow and Message buttons (?follows=back draws "Follow Back"), the follow requests /accounts/activity/ (row assumed).
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { variant } from "../page-query.js";
import { record } from "../posted.js";
import { PostedList } from "../posted-list.jsx";
import { RoleButton } from "../role-button.jsx";
import { Bio, Caption, Direct, StoryReply } from "./boxes.jsx";
import { CommentForm, RichCommentForm } from "./comment-form.jsx";
import { labels } from "./labels.js";

function PostPage() {
  return (
    <article>
      <header>
        <a href={`/${variant("author", "nora.pike")}/`} role="link">
          {variant("author", "nora.pike")}
        </a>
      </header>
      <p>Bake sale on Saturday.</p>
      {variant("box") === "rich" ? <RichCommentForm /> : <CommentForm />}
    </article>
  );
}

function Profile() {
  const user = location.pathname.split("/")[1];
  const [following, setFollowing] = useState(false);
  const follow = (event) => {
    record("follow", user, event.nativeEvent, "click");
    setFollowing(true);
  };
  return (
    <header>
      <h2>{user}</h2>
      <span>{variant("name", "")}</span>
      <RoleButton onPress={following ? undefined : follow}>
        {following ? labels.following : variant("follows") === "back" ? labels.followBack : labels.follow}
      </RoleButton>
      <RoleButton onPress={(event) => record("open_chat", user, event.nativeEvent, "click")}>
        {labels.message.replace("...", "")}
      </RoleButton>
    </header>
  );
}

/** The followers dialog and suggestions: one Follow per row, the link in the same row. */
function Followers() {
  const name = location.pathname.split("/")[1];
  const rows = ["otis.greer", variant("user", "nora.pike")];
  return (
    <div>
      <header>
        <h2>{name}</h2>
      </header>
      <div role="dialog">
        {rows.map((user) => (
          <div key={user}>
            <a href={`/${user}/`} role="link">
              {user}
            </a>
            <button type="button" onClick={(event) => record("follow", user, event.nativeEvent, "click")}>
              {labels.follow}
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}

function Requests() {
  const user = variant("user", "nora.pike");
  return (
    <div>
      <a href={`/${user}/`} role="link">
        {user}
      </a>
      <RoleButton onPress={(event) => record("accept_request", user, event.nativeEvent, "click")}>
        {labels.confirm}
      </RoleButton>
      <RoleButton>{labels.remove}</RoleButton>
    </div>
  );
}

const ROUTES = [
  [/^\/direct\//, Direct],
  [/^\/create/, Caption],
  [/^\/stories\//, StoryReply],
  [/^\/accounts\/edit/, Bio],
  [/^\/accounts\/activity/, Requests],
  [/^\/(p\/.*|reels?\/.*)?$/, PostPage],
  [/^\/[^/]+\/followers/, Followers],
];

function App() {
  const Shown = ROUTES.find(([shape]) => shape.test(location.pathname))?.[1] ?? Profile;
  return (
    <>
      <nav>
        instagram fixture{" "}
        <a href="/dana.marsh/">
          <img alt={labels.picture("dana.marsh")} />
        </a>
      </nav>
      <main role="main">
        <Shown />
      </main>
      <PostedList />
    </>
  );
}

createRoot(document.getElementById("mount_0_0_fx")).render(<App />);

// The Instagram fixture: a post page /p/<code>/ with its comment form, and a profile /<user>/ with a text-only Follow button.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { variant } from "../page-query.js";
import { record } from "../posted.js";
import { PostedList } from "../posted-list.jsx";
import { RoleButton } from "../role-button.jsx";
import { CommentForm } from "./comment-form.jsx";
import { labels } from "./labels.js";

function PostPage() {
  return (
    <article>
      <header>
        <a href="/nora.pike/" role="link">
          nora.pike
        </a>
      </header>
      <p>Bake sale on Saturday.</p>
      <CommentForm />
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
      <RoleButton onPress={following ? undefined : follow}>{following ? labels.following : labels.follow}</RoleButton>
    </header>
  );
}

function App() {
  const onPost = location.pathname === "/" || location.pathname.startsWith("/p/");
  return (
    <>
      <nav>instagram fixture</nav>
      <main role="main">{onPost ? <PostPage /> : <Profile />}</main>
      <PostedList />
    </>
  );
}

createRoot(document.getElementById("mount_0_0_fx")).render(<App />);

// The Facebook fixture: page frame and routes. / is the feed, /<vanity> a profile, /friends the requests.
// ?post=dialog opens a post as a modal, ?chat=<name> and ?chat2=<name> add Messenger pop-ups, ?composer=... picks the
// composer's shape. messages.jsx and boxes.jsx have the other routes; messenger.com shows the chat page alone.
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { draft, variant } from "../page-query.js";
import { PostedList } from "../posted-list.jsx";
import { RoleButton } from "../role-button.jsx";
import { Bio, Reel, Share, Story } from "./boxes.jsx";
import { ChatPopup } from "./chat-popup.jsx";
import { FeedPost } from "./feed-post.jsx";
import { labels } from "./labels.js";
import { Listing, Messages } from "./messages.jsx";
import { Friends, Group, GroupInvite, Profile, Reactions } from "./people.jsx";
import { PostDialog } from "./post-dialog.jsx";
import { PostView } from "./post-view.jsx";

function Feed() {
  const [composing, setComposing] = useState(Boolean(draft("draft")));
  return (
    <>
      <RoleButton onPress={() => setComposing(true)}>{labels.prompt}</RoleButton>
      <div role="feed">
        <FeedPost author={variant("author", "Nora Pike")} text="Bake sale on Saturday." open={Boolean(draft("comment"))} />
      </div>
      {variant("asides") && <Asides />}
      {variant("post") === "dialog" && <PostView />}
      {composing && <PostDialog onClose={() => setComposing(false)} />}
    </>
  );
}

/** Boxes that are for nobody to read (assumed shapes), and after them one that nobody knows. */
function Asides() {
  return (
    <div>
      <div contentEditable role="textbox" aria-label="Search Messenger" suppressContentEditableWarning />
      <textarea placeholder="Price" />
      <textarea inputMode="numeric" aria-label="How many" />
      <div role="search">
        <textarea aria-label="Find people" />
      </div>
      <textarea readOnly value="Copied link" aria-label="Link" />
      <textarea aria-label="Something new" />
    </div>
  );
}

/** A group's page: its composer stands behind a prompt of its own, in the pagelet of that name. */
function GroupFeed() {
  const [composing, setComposing] = useState(false);
  return (
    <div data-pagelet="GroupInlineComposer">
      <h1>Robotics parents</h1>
      <RoleButton onPress={() => setComposing(true)}>{labels.groupPrompt}</RoleButton>
      {composing && <PostDialog prompt={labels.groupPrompt} onClose={() => setComposing(false)} />}
    </div>
  );
}

function usePath() {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const changed = () => setPath(location.pathname);
    addEventListener("popstate", changed);
    return () => removeEventListener("popstate", changed);
  }, []);
  const go = (next) => {
    history.pushState(null, "", next);
    setPath(next);
  };
  return [path, go];
}

const ROUTES = [
  [/^\/(messages|t|marketplace\/t|latest\/inbox)\//, Messages],
  [/^\/marketplace\/item\//, Listing],
  [/^\/stories\/create/, Story],
  [/^\/(reels\/create|latest\/reels_composer)/, Reel],
  [/^\/share/, Share],
  [/^\/bio/, Bio],
  [/^\/friends/, Friends],
  [/^\/groups\/\w+\/members/, Group],
  [/^\/groups\/\w+\/invite/, GroupInvite],
  [/^\/groups\//, GroupFeed],
  [/^\/reactions/, Reactions],
  [/^\/(latest\/composer.*)?$/, Feed],
];

function App() {
  const [path, go] = usePath();
  const Shown = ROUTES.find(([shape]) => shape.test(path))?.[1] ?? Profile;
  return (
    <>
      <div role="banner" className="banner">
        <span>facebook fixture</span>
        <RoleButton label="Home" onPress={() => go("/")} />
        <RoleButton label="Your profile" onPress={() => go("/dana.marsh")} />
      </div>
      <div role="main">
        <Shown />
      </div>
      {variant("chat") && <ChatPopup name={variant("chat")} />}
      {variant("chat2") && <ChatPopup name={variant("chat2")} place={1} />}
      <PostedList />
    </>
  );
}

createRoot(document.getElementById("mount_0_0_fx")).render(<App />);

// People: a profile's header, "people you may know" cards and friend requests. Each Add button has the hidden copy that
// Facebook keeps beside it (aria-hidden, tabindex -1): a decoy. ?name=... names the profile's owner.
import { useState } from "react";
import { variant } from "../page-query.js";
import { record } from "../posted.js";
import { RoleButton } from "../role-button.jsx";
import { labels } from "./labels.js";
import { PostDialog } from "./post-dialog.jsx";
import { TagDialog } from "./tag-dialog.jsx";

const how = (event) => (event.type === "click" ? "click" : "enter");

/** A button that acts on `name` once and then shows `after`. */
function ActionButton({ action, name, label, after }) {
  const [done, setDone] = useState(false);
  const act = (event) => {
    record(action, name, event.nativeEvent, how(event));
    setDone(true);
  };
  return <RoleButton label={done ? after : label} onPress={done ? undefined : act} />;
}

function Suggestion({ name, bare }) {
  const label = bare ? labels.addFriend : labels.addFriendNamed(name);
  return (
    <div className="card">
      <a role="link" aria-label={name} href="/someone">
        {name}
      </a>
      <a role="link" aria-label="Profile picture of Nora Pike who is a mutual friend" href="/nora.pike">
        1 mutual friend
      </a>
      <RoleButton label={label} hidden />
      <ActionButton action="friend_request" name={name} label={label} after={labels.cancelRequest} />
    </div>
  );
}

/** The profile page: /<vanity>?name=... */
export function Profile() {
  const name = variant("name", "Nora Pike");
  return (
    <div>
      <h1>{name}</h1>
      <div className="bar">
        <RoleButton label={labels.addFriendNamed(name)} hidden />
        <ActionButton
          action="friend_request"
          name={name}
          label={labels.addFriendNamed(name)}
          after={labels.cancelRequest}
        />
        <ActionButton
          action="follow"
          name={name}
          label={variant("follows") === "back" ? labels.followBack : labels.follow}
          after={labels.following}
        />
        <ActionButton action="open_chat" name={name} label={labels.message} after={labels.message} />
      </div>
      <WallComposer name={name} />
      <Suggestion name={variant("suggested", "Otis Greer")} />
    </div>
  );
}

/** Somebody else's wall has a prompt with their name. */
function WallComposer({ name }) {
  const [composing, setComposing] = useState(false);
  return (
    <>
      <RoleButton onPress={() => setComposing(true)}>{labels.wallPrompt(name)}</RoleButton>
      {composing && <PostDialog prompt={labels.wallPrompt(name)} onClose={() => setComposing(false)} />}
    </>
  );
}

/** The dialog that ends a friendship: its Confirm is no acceptance. */
function UnfriendDialog({ name, onClose }) {
  return (
    <div role="dialog" aria-label={`Unfriend ${name}`} className="dialog">
      <div>
        <a role="link" aria-label={name} href="/someone">
          {name}
        </a>
        <RoleButton label={labels.cancel} onPress={onClose} />
        <RoleButton
          label={labels.confirm}
          onPress={(event) => {
            record("unfriend", name, event.nativeEvent, how(event));
            onClose();
          }}
        />
      </div>
    </div>
  );
}

/** /friends: requests (Confirm and Delete in one card), suggestions with the bare label, and an unfriend dialog as decoy. */
export function Friends() {
  const [unfriending, setUnfriending] = useState(false);
  const name = variant("name", "Nora Pike");
  return (
    <div>
      <h1>Friends</h1>
      <div className="card">
        <a role="link" aria-label={name} href="/someone">
          {name}
        </a>
        <ActionButton
          action="accept_request"
          name={name}
          label={variant("confirm") === "named" ? `${labels.confirm} ${name}` : labels.confirm}
          after={labels.confirm}
        />
        <RoleButton label={labels.remove} />
      </div>
      <Suggestion name={name} bare />
      <RoleButton label={`Unfriend ${name}`} onPress={() => setUnfriending(true)} />
      {unfriending && <UnfriendDialog name={name} onClose={() => setUnfriending(false)} />}
    </div>
  );
}

/** /groups/<id>/members: a row per member, the name as link text, and a Join button in the header. */
export function Group() {
  const name = variant("name", "Nora Pike");
  const group = variant("group", "Robotics parents");
  return (
    <div>
      <h1>{group}</h1>
      <ActionButton action="join" name={group} label={labels.join(group)} after="Joined" />
      <div role="list">
        {["Otis Greer", name].map((member) => (
          <div role="listitem" key={member}>
            <a role="link" href="/someone">
              {member}
            </a>
            <ActionButton action="friend_request" name={member} label={labels.addFriend} after={labels.cancelRequest} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** /groups/<id>/invite: the dialog that asks friends into a group. Its shape is assumed: clones of the site show checkbox rows. */
export function GroupInvite() {
  const name = variant("name", "Nora Pike");
  const [chosen, setChosen] = useState(false);
  const choose = (event) => {
    record("invite", name, event.nativeEvent, how(event));
    setChosen(true);
  };
  return (
    <div role="dialog" aria-label={labels.inviteDialog} className="dialog">
      <h2>{labels.inviteDialog}</h2>
      {/* biome-ignore lint/a11y: a row of the site's list, clickable as the site draws it */}
      <div role="checkbox" aria-checked={chosen} aria-label={name} tabIndex={0} onClick={choose}>
        {name}
      </div>
      <RoleButton label="Send invites" />
    </div>
  );
}

/** /reactions: who liked a Page's post, with an Invite button in each row, and the photo tag dialog (assumed shape). */
export function Reactions() {
  const name = variant("name", "Nora Pike");
  return (
    <div>
      <div role="dialog" aria-label="Reactions" className="dialog">
        <div role="listitem">
          <a role="link" href="/someone">
            {name}
          </a>
          <ActionButton action="invite" name={name} label={labels.invite} after="Invited" />
        </div>
      </div>
      {variant("tagging") && <TagDialog />}
    </div>
  );
}

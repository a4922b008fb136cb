// @vitest-environment node
import { describe, expect, test } from "vitest";
import { Labels, normalise } from "./labels";
import { facebookFacts as facts } from "./shipped";

const labels = new Labels(facts);

describe("normalising a label", () => {
  test("case, ellipsis, curly apostrophes and no-break spaces do not matter", () => {
    expect(normalise("What’s\u00a0on your  MIND…")).toBe("what's on your mind...");
  });

  test("a decomposed accent is the same letter", () => {
    expect(normalise("Avanc\u0327ar")).toBe(normalise("Avançar"));
  });
});

describe("matching", () => {
  test.each([
    ["post_prompt", "What’s on your mind, Dana?"],
    ["post_prompt", "¿Qué estás pensando, Dana?"],
    ["post_prompt", "No que você está pensando, Dana?"],
    ["comment_box", "Comentar como Dana Whitfield"],
    ["comment_box", "Write a comment…"],
    ["reply_box", "Reply to Maple Street Bakery"],
    ["post_submit", "Postar"],
    ["friend_request", "Add Friend Emma Rodrigues"],
  ])("%s is seen in %j, whatever the language of the page", (key, label) => {
    expect(labels.is(key, label)).toBe(true);
  });

  test.each([
    ["follow", "Following"],
    ["post_submit", "Post settings"],
    ["friend_request", "Add friends to group"],
    ["accept_request", "Confirmation"],
    ["post_submit", ""],
    ["no_such_key", "Post"],
  ])("%s is not seen in %j", (key, label) => {
    expect(labels.is(key, label)).toBe(false);
  });

  test("what follows a prefix is the name, as the page spells it", () => {
    expect(labels.rest("comment_box", "Comment as João Pedro")).toBe("João Pedro");
    expect(labels.rest("friend_request", "Add Friend Emma O’Brien")).toBe("Emma O’Brien");
    expect(labels.rest("friend_request", "Add friend")).toBe("");
    expect(labels.rest("friend_request", "Agregar a Emma Rodrigues")).toBe("Emma Rodrigues");
    expect(labels.rest("friend_request", "Agregar a amigos")).toBe("");
    expect(labels.rest("follow", "Seguir a Emma Rodrigues")).toBe("Emma Rodrigues");
  });
});

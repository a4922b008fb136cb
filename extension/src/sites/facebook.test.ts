import { afterEach, describe, expect, test } from "vitest";
import { facebook } from "./facebook";
import { Scene } from "./scene";
import { facebookFacts as facts } from "./shipped";
import type { Page } from "./site";

interface Where {
  readonly path?: string;
  readonly host?: string;
  readonly cookies?: string;
}

function adapter({ path = "/", host = "www.facebook.com", cookies = "c_user=1" }: Where = {}) {
  const page: Page = { document, path: () => path, host: () => host, cookies: () => cookies };
  return facebook(new Scene(facts, page));
}

type Node = [name: string, attributes?: Record<string, string>, ...children: (Node | string)[]];

/** Builds a tree of elements: ["div", {role: "dialog"}, ...children]. */
function tree([name, attributes = {}, ...children]: Node): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const child of children) element.append(typeof child === "string" ? child : tree(child));
  return element;
}

function show(...nodes: Node[]): void {
  document.body.replaceChildren(...nodes.map(tree));
}

function at(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page of this test has no ${selector}`);
  return found;
}

const box = (label: string, id: string, kind = "aria-label"): Node => [
  "div",
  { contenteditable: "true", role: "textbox", [kind]: label, id },
  "text",
];
const control = (label: string, id: string, more: Record<string, string> = {}): Node => [
  "div",
  { role: "button", tabindex: "0", "aria-label": label, id, ...more },
];

afterEach(() => document.body.replaceChildren());

describe("the post composer", () => {
  test("is known by its prompt, submits by its own Post button, and never by Enter", () => {
    const prompt = box("What’s on your mind, Dana?", "editor", "aria-placeholder");
    show([
      "div",
      { role: "dialog", "aria-label": "Create post" },
      prompt,
      control("Public", "a"),
      control("Post", "post"),
    ]);
    const surface = adapter().submittedBy(at("#post"));
    expect(surface).toMatchObject({ action: "post", enterSubmits: false, audience: { scope: "public" } });
    expect(surface?.editor.id).toBe("editor");
    expect(surface?.account.kind).toBe("personal");
  });

  test("a dialog stacked on it submits the composer's text", () => {
    show(
      ["div", { role: "dialog", "aria-label": "Create post" }, box("What's on your mind", "editor")],
      ["div", { role: "dialog", "aria-label": "Post settings" }, control("Post", "post")],
    );
    expect(adapter().submittedBy(at("#post"))?.editor.id).toBe("editor");
  });

  test("behind Next the composer is remembered although it has left the page", () => {
    const site = adapter();
    show(["div", { role: "dialog", "aria-label": "Create post" }, box("What's on your mind", "editor")]);
    const editor = at("#editor");
    site.surfaceOf(editor);
    show(["div", { role: "dialog" }, ["h2", {}, "Post settings"], control("Post", "post")]);
    expect(site.submittedBy(at("#post"))?.editor).toBe(editor);
  });

  test("a Post button in some other dialog is not the remembered composer's", () => {
    const site = adapter();
    show(["div", { role: "dialog", "aria-label": "Create post" }, box("What's on your mind", "editor")]);
    site.surfaceOf(at("#editor"));
    show(["div", { role: "dialog", "aria-label": "Poll" }, control("Post", "post")]);
    expect(site.submittedBy(at("#post"))).toBeNull();
  });

  test("a disabled Post button submits nothing", () => {
    const off = control("Post", "post", { "aria-disabled": "true" });
    show(["div", { role: "dialog", "aria-label": "Create post" }, box("What's on your mind", "editor"), off]);
    expect(adapter().submittedBy(at("#post"))).toBeNull();
  });
});

describe("comments", () => {
  test("are known by their label, carry who comments, and are sent by Enter", () => {
    show(["form", { role: "presentation" }, box("Comment as Dana Whitfield", "editor"), control("Comment", "send")]);
    const site = adapter();
    expect(site.surfaceOf(at("#editor"))).toMatchObject({
      action: "comment",
      enterSubmits: true,
      account: { kind: "personal", name: "Dana Whitfield" },
    });
    expect(site.submittedBy(at("#send"))?.editor.id).toBe("editor");
  });

  test("the action bar's Comment button beside an open box submits nothing", () => {
    const form: Node = ["form", { role: "presentation" }, box("Comment as Dana", "editor")];
    show(["div", { role: "article" }, control("Comment", "bar"), form]);
    expect(adapter().submittedBy(at("#bar"))).toBeNull();
  });

  test("each of two open boxes is submitted by its own button", () => {
    show(
      [
        "form",
        {},
        box("Comment as Dana", "one"),
        ["div", { id: "focused-state-composer-submit" }, control("Comment", "s1")],
      ],
      [
        "form",
        {},
        box("Reply to Ana", "two"),
        ["div", { id: "focused-state-composer-submit" }, control("Reply", "s2")],
      ],
    );
    const site = adapter();
    expect([site.submittedBy(at("#s1"))?.editor.id, site.submittedBy(at("#s2"))?.editor.id]).toEqual(["one", "two"]);
  });
});

describe("a button and more than one box, or none that is known", () => {
  const composer = (...boxes: Node[]) =>
    show(["div", { role: "dialog", "aria-label": "Create post" }, ...boxes, control("Post", "post")]);
  const editors = () => {
    const surface = adapter().submittedBy(at("#post"));
    return surface && [surface.editor, ...(surface.beside ?? [])].map(({ id }) => id);
  };
  const empty = (id: string): Node => [
    "div",
    { contenteditable: "true", role: "textbox", "aria-label": "What's on your mind", id },
  ];
  const strange = (id: string, words: string): Node => [
    "div",
    { contenteditable: "true", role: "textbox", "aria-label": "Qu'avez-vous en tête", id },
    words,
  ];

  test("of two that match, the words of both are checked", () => {
    composer(box("What's on your mind", "one"), box("What's on your mind", "two"));
    expect(editors()).toEqual(["one", "two"]);
  });

  test("an empty one in front of it does not hide the one with the words", () => {
    composer(empty("decoy"), box("What's on your mind", "real"));
    expect(editors()).toEqual(["real"]);
  });

  test("an empty known one does not hide words in one that nobody knows", () => {
    composer(empty("decoy"), strange("real", "Go Emma"));
    expect(editors()).toEqual(["real"]);
  });

  test("a box in a language that nobody knows is checked when a known button sends it", () => {
    show(["div", { role: "dialog" }, strange("real", "Go Emma"), control("Post", "post")]);
    expect(editors()).toEqual(["real"]);
    expect(adapter().surfaceOf(at("#real"))).toBeNull(); // and while typing it is said not to be recognised
  });

  test("with no words anywhere, nothing is sent", () => {
    composer(empty("decoy"), strange("real", ""));
    expect(editors()).toEqual(["decoy"]);
  });
});

describe("on whose page", () => {
  const posted = (owner: string, ...more: Node[]): Node => [
    "div",
    { role: "article" },
    ["h3", {}, ["a", { href: "/emma.r?__tn__=x", "data-ad-rendering-role": "profile_name" }, owner]],
    ["div", { role: "article", "aria-label": "Comment by Bo Reed" }, ["h4", {}, ["a", { href: "/bo" }, "Bo Reed"]]],
    ...more,
  ];

  test("a comment lands: the owner of the post around its box, not somebody who commented", () => {
    show(posted("Emma Rodrigues", ["form", {}, box("Comment as Dana", "editor")]));
    expect(adapter().surfaceOf(at("#editor"))?.target).toEqual({ name: "Emma Rodrigues", handle: "emma.r" });
  });

  test("a comment in the dialog of an opened post lands", () => {
    show([
      "div",
      { role: "dialog", "aria-label": "Emma Rodrigues's post" },
      posted("Emma Rodrigues"),
      ["form", {}, box("Comment as Dana", "editor")],
    ]);
    expect(adapter().surfaceOf(at("#editor"))?.target?.name).toBe("Emma Rodrigues");
  });

  test("a post on somebody's wall lands", () => {
    show([
      "div",
      { role: "dialog", "aria-label": "Create post" },
      box("Write something to Emma Rodrigues...", "editor", "aria-placeholder"),
    ]);
    const surface = adapter({ path: "/emma.r" }).surfaceOf(at("#editor"));
    expect(surface).toMatchObject({ action: "post", target: { name: "Emma Rodrigues", handle: "emma.r" } });
  });

  test("one's own post lands on nobody's", () => {
    show(["div", { role: "dialog", "aria-label": "Create post" }, box("What's on your mind, Dana?", "editor")]);
    expect(adapter().surfaceOf(at("#editor"))?.target).toBeNull();
  });
});

describe("what is left alone", () => {
  test.each(["Search Messenger", "Search Facebook", "Leave a review"])("the box %j is no surface of ours", (label) => {
    show(box(label, "editor"));
    expect(adapter().surfaceOf(at("#editor"))).toBeNull();
  });
});

describe("who acts", () => {
  test.each([
    ["personal", { cookies: "c_user=1" }],
    ["unknown", { cookies: "c_user=1; i_user=2" }],
    ["unknown", { cookies: "" }],
    ["professional", { host: "business.facebook.com" }],
  ])("%s for %j", (kind, where) => {
    show(box("Comment as Dana", "editor"));
    expect(adapter(where).surfaceOf(at("#editor"))?.account.kind).toBe(kind);
  });

  test("a group's page makes the audience a group", () => {
    show(box("Comment as Dana", "editor"));
    expect(adapter({ path: "/groups/7/posts/9/" }).surfaceOf(at("#editor"))?.audience).toEqual({ scope: "group" });
  });
});

describe("acting on people", () => {
  const person = (name: string, ...controls: Node[]): Node => [
    "div",
    {},
    ["a", { role: "link", href: `/${name.toLowerCase().replace(" ", ".")}?__tn__=x`, "aria-label": name }],
    ["div", {}, ...controls],
  ];

  test("each bare Add friend in a list belongs to the person of its own card", () => {
    show([
      "div",
      {},
      person("Ana Lima", control("Add friend", "one")),
      person("Bo Reed", control("Add friend", "two")),
    ]);
    const site = adapter();
    expect(site.actionOf(at("#one"))).toMatchObject({
      action: "friend_request",
      target: { name: "Ana Lima", handle: "ana.lima" },
    });
    expect(site.actionOf(at("#two"))?.target.name).toBe("Bo Reed");
  });

  test("a name in the label wins over the name of the profile around it", () => {
    show(["div", { role: "main" }, ["h1", {}, "Emma Rodrigues"], control("Add Friend Bo Reed", "b")]);
    expect(adapter({ path: "/emma.r" }).actionOf(at("#b"))?.target).toEqual({ name: "Bo Reed", handle: null });
  });

  test("a hidden twin of the button is nobody's", () => {
    show(["div", { "aria-hidden": "true" }, control("Add Friend Ana Lima", "decoy", { tabindex: "-1" })]);
    expect(adapter().actionOf(at("#decoy"))).toBeNull();
  });

  test("Confirm beside Delete accepts a request; Confirm beside Cancel ends something and is left alone", () => {
    show(person("Ana Lima", control("Confirm", "accept"), control("Delete", "refuse")), [
      "div",
      { role: "dialog" },
      control("Cancel", "c"),
      control("Confirm", "unfriend"),
    ]);
    const site = adapter();
    expect(site.actionOf(at("#accept"))).toMatchObject({ action: "accept_request", target: { name: "Ana Lima" } });
    expect(site.actionOf(at("#unfriend"))).toBeNull();
  });

  test("Following is not Follow", () => {
    show(control("Following", "b"));
    expect(adapter().actionOf(at("#b"))).toBeNull();
  });
});

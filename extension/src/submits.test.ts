import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Checks } from "./checks";
import { type Asker, type Choice, Gate } from "./gate";
import { facebook } from "./sites/facebook";
import { instagram } from "./sites/instagram";
import { Scene } from "./sites/scene";
import { facebookFacts, instagramFacts } from "./sites/shipped";
import type { Page, SiteAdapter } from "./sites/site";
import { type DomSubmission, Submits } from "./submits";

/** What the page's own listeners saw. */
let seen: string[];
let choices: Choice[];
let ended: AbortController;
let troubles: number;
let told: string[];

function page(path = "/"): Page {
  return { document, path: () => path, host: () => "www.facebook.com", cookies: () => "c_user=1" };
}

/** Everything is warned about at once, so that what counts as a submit is what gets held. */
function watchWith(site: SiteAdapter): void {
  const checked = { roster: "fresh", names: "ready", calendar: "ready", rules: "sha256:0" } as const;
  const decision = { id: "1", verdict: "warn", findings: [], warnings: [], checked } as const;
  const asker: Asker<DomSubmission> = {
    warn: (_submission, _decision, choice) => choices.push(choice),
    tellAway: (_submission, { reason }, choice) => {
      told.push(reason);
      choices.push(choice);
    },
    waiting: () => {},
    passed: () => {},
    troubled: () => {},
  };
  const ask = () =>
    Promise.resolve({ kind: "decision" as const, decision: { ...decision, findings: [], warnings: [] } });
  new Submits(site, new Gate<DomSubmission>(new Checks(ask), asker), { isOurs: () => false, key: () => false }, () => {
    troubles += 1;
  }).listen(window, ended.signal);
  for (const kind of ["click", "keydown", "keyup"]) {
    document.addEventListener(kind, (event) => seen.push(`${kind} ${(event as KeyboardEvent).key ?? ""}`.trim()), {
      signal: ended.signal,
    });
  }
}

function add(name: string, attributes: Record<string, string>, parent: Element, text = ""): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  parent.append(element);
  return element;
}

function press(target: Element, key: string, more: KeyboardEventInit = {}): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
}

let editor: HTMLElement;
let send: HTMLElement;

beforeEach(() => {
  seen = [];
  choices = [];
  troubles = 0;
  told = [];
  ended = new AbortController();
  const form = add("form", {}, document.body);
  editor = add("div", { contenteditable: "true", role: "textbox", "aria-label": "Comment as Dana" }, form, "Go Emma");
  send = add("div", { role: "button", "aria-label": "Comment" }, form);
});

afterEach(() => {
  ended.abort();
  document.body.replaceChildren();
});

describe("in a comment box", () => {
  beforeEach(() => watchWith(facebook(new Scene(facebookFacts, page()))));

  test("a bare Enter is held before the page hears of it", () => {
    press(editor, "Enter");
    expect(seen).toEqual([]);
  });

  test.each([
    ["Shift+Enter, a new line", { shiftKey: true }],
    ["Alt+Enter", { altKey: true }],
    ["Enter that ends a composition", { isComposing: true }],
    ["a key of an input method", { keyCode: 229 }],
  ])("%s is left to the page", (_what, more) => {
    press(editor, "Enter", more);
    expect(seen).toEqual(["keydown Enter"]);
  });

  test("Enter that picks from an open list of names is left to the page", () => {
    editor.setAttribute("aria-activedescendant", "name-1");
    press(editor, "Enter");
    expect(seen).toEqual(["keydown Enter"]);
  });

  test("other keys are left to the page", () => {
    press(editor, "a");
    expect(seen).toEqual(["keydown a"]);
  });

  test.each(["Enter", " "])("%j on the div that plays the button is held, its release too", (key) => {
    press(send, key);
    send.dispatchEvent(new KeyboardEvent("keyup", { key, bubbles: true, cancelable: true }));
    expect(seen).toEqual([]);
  });

  test("a scripted click is held as the person's would be", () => {
    send.click();
    expect(seen).toEqual([]);
  });

  test("anyway does again what was held: an Enter for an Enter, a click for a click", async () => {
    press(editor, "Enter");
    await expect.poll(() => choices.length).toBe(1);
    choices[0]?.anyway();
    expect(seen).toEqual(["keydown Enter", "keyup Enter"]);
    seen = [];
    editor.textContent = "Go Emma R";
    send.click();
    await expect.poll(() => choices.length).toBe(2);
    choices[1]?.anyway();
    expect(seen).toEqual(["click"]);
  });
});

describe("in a post", () => {
  beforeEach(() => {
    editor.setAttribute("aria-label", "What's on your mind, Dana?");
    watchWith(facebook(new Scene(facebookFacts, page())));
  });

  test("Enter is a new line and is left to the page", () => {
    press(editor, "Enter");
    expect(seen).toEqual(["keydown Enter"]);
  });

  test("Ctrl+Enter might send and is held", () => {
    press(editor, "Enter", { ctrlKey: true });
    expect(seen).toEqual([]);
  });
});

describe("on Instagram", () => {
  const areaIn = (form: HTMLElement, text: string) => {
    const area = add("textarea", { "aria-label": "Add a comment…" }, form) as HTMLTextAreaElement;
    area.value = text;
    return area;
  };

  test("the text that stands in the textarea put in the old one's place is the one that counts", async () => {
    document.body.replaceChildren();
    const form = add("form", {}, document.body);
    const first = areaIn(form, "Go Emma");
    const post = add("div", { role: "button" }, form, "Post");
    const texts: string[] = [];
    const site = instagram(new Scene(instagramFacts, page("/p/x/")));
    watchWith(site);
    document.addEventListener("click", () => texts.push(form.querySelector("textarea")?.value ?? ""), {
      signal: ended.signal,
    });
    post.click();
    await expect.poll(() => choices.length).toBe(1);
    first.remove();
    areaIn(form, "Go Emma");
    choices[0]?.anyway();
    expect(texts).toEqual(["Go Emma"]);
    post.click(); // the same text in the same place: never asked again
    expect(texts).toEqual(["Go Emma", "Go Emma"]);
    expect(choices).toHaveLength(1);
  });

  test("Follow is an act on the person of its row, Following is not", () => {
    document.body.replaceChildren();
    const row = add("div", {}, document.body);
    add("a", { href: "/emma.r/", role: "link" }, row, "emma.r");
    const follow = add("button", {}, row, "Follow");
    const following = add("button", {}, add("div", {}, document.body), "Following");
    const site = instagram(new Scene(instagramFacts, page()));
    expect(site.actionOf(follow)).toMatchObject({ action: "follow", target: { handle: "emma.r" } });
    expect(site.actionOf(following)).toBeNull();
  });
});

describe("with an adapter that fails", () => {
  const failing = (): SiteAdapter => ({
    ...({} as SiteAdapter),
    id: "facebook",
    surfaceOf: () => {
      throw new DOMException("not a selector");
    },
    submittedBy: () => {
      throw new DOMException("not a selector");
    },
  });

  test("whatever looks like sending words is held once and told; later ones pass", () => {
    watchWith(failing());
    send.click();
    expect(seen).toEqual([]);
    expect(told).toEqual(["failed"]);
    expect(troubles).toBe(1);
    choices[0]?.anyway();
    expect(seen).toEqual(["click"]);
    send.click();
    expect(seen).toEqual(["click", "click"]);
  });

  test("Enter in the box is held as well", () => {
    watchWith(failing());
    press(editor, "Enter");
    expect(seen).toEqual([]);
    expect(told).toEqual(["failed"]);
  });

  test("with no words on the page a click is only a click, and the fault is told all the same", () => {
    editor.textContent = "";
    watchWith(failing());
    send.click();
    expect(seen).toEqual(["click"]);
    expect(troubles).toBe(1);
  });
});

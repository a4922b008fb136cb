import { afterEach, describe, expect, test } from "vitest";
import { facebook } from "./facebook";
import { Scene } from "./scene";
import { facebookFacts as facts } from "./shipped";
import type { Page } from "./site";

function page(path: string, cookies = "c_user=1"): Page {
  return { document, path: () => path, host: () => "www.facebook.com", cookies: () => cookies };
}

function element(name: string, attributes: Record<string, string>, ...children: (HTMLElement | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const box = (label: string) => element("div", { contenteditable: "true", role: "textbox", "aria-label": label });
const log = (label: string) => element("div", { role: "log", "aria-label": label });

function audience(path: string, ...thread: HTMLElement[]) {
  document.body.replaceChildren(element("div", { role: "main" }, element("div", {}, ...thread)));
  const editor = document.querySelector("[role='textbox']");
  return editor && facebook(new Scene(facts, page(path))).surfaceOf(editor)?.audience;
}

afterEach(() => document.body.replaceChildren());

describe("who gets a message", () => {
  test.each([
    ["Messages in conversation with Ana Reyes"],
    ["Mensajes en la conversación con Ana Reyes"],
    ["Mensagens na conversa com Ana Reyes"],
  ])("one person, by the log %j", (label) => {
    const one = { scope: "people", count: 1, people: [{ name: "Ana Reyes", handle: null }] };
    expect(audience("/messages/t/1", log(label), box("Write to Ana Reyes"))).toEqual(one);
  });

  test("a group with a title of its own: nobody by name, and no number", () => {
    const shown = audience("/messages/t/1", log("Messages in conversation titled Robotics"), box("Write to Robotics"));
    expect(shown).toEqual({ scope: "group", people: [] });
  });

  test("a group named by its members: those, and somebody unseen, as the page shortens the list", () => {
    const title = "Messages in conversation titled Ana, Bruno and Carla";
    const shown = audience("/messages/t/1", log(title), box("Write to Ana, Bruno and Carla"));
    expect(shown?.people?.map(({ name }) => name)).toEqual(["Ana", "Bruno", "Carla", null]);
    expect(shown?.count).toBeUndefined();
  });

  test("a language that nobody has told us: a box beside a log on a thread's page, whoever it is", () => {
    expect(audience("/messages/t/1", log("???"), box("Skriv til Ana"))).toEqual({ scope: "unknown" });
  });

  test("a box that stands beside two logs is nobody's for sure", () => {
    const shown = audience(
      "/",
      log("Messages in conversation with Ana"),
      log("Messages in conversation with Bo"),
      box("Write to Bo"),
    );
    expect(shown?.scope).toBe("unknown");
  });

  test("a comment box on a page with a log is no message", () => {
    document.body.replaceChildren(log("Messages in conversation with Ana"), box("Comment as Dana"));
    const editor = document.querySelector("[role='textbox']");
    expect(editor && facebook(new Scene(facts, page("/"))).surfaceOf(editor)?.action).toBe("comment");
  });
});

describe("who acts after a switch", () => {
  test("the box's own name, else the id of the cookie, for the agent to look up", () => {
    document.body.replaceChildren(box("What's on your mind"));
    const site = facebook(new Scene(facts, page("/", "c_user=1; i_user=4711")));
    expect(site.account()).toEqual({ kind: "unknown", name: "4711" });
    document.body.append(box("Comment as Maple Street Bakery"));
    expect(site.account()).toEqual({ kind: "unknown", name: "Maple Street Bakery" });
  });
});

import { afterEach, expect, test } from "vitest";
import facebookFile from "../../../shared_rules/sites/facebook.json";
import { facebook } from "./facebook";
import { Scene } from "./scene";
import { instagramFacts, facebookFacts as shipped } from "./shipped";
import type { Page } from "./site";

const page: Page = { document, path: () => "/", host: () => "www.facebook.com", cookies: () => "c_user=1" };

function box(label: string): HTMLElement {
  const made = document.createElement("div");
  for (const [name, value] of Object.entries({ contenteditable: "true", role: "textbox", "aria-label": label }))
    made.setAttribute(name, value);
  document.body.append(made);
  return made;
}

afterEach(() => document.body.replaceChildren());

test("a renamed box is known as soon as a new label file says so, and what the file leaves out stays", () => {
  const scene = new Scene(shipped, page);
  const site = facebook(scene);
  const renamed = box("Share your day, Dana");
  expect(site.surfaceOf(renamed)).toBeNull();
  scene.adopt({ ...shipped, labels: { post_prompt: ">share your day" } });
  expect(site.surfaceOf(renamed)?.action).toBe("post");
  expect(site.surfaceOf(box("Comment as Dana"))?.action).toBe("comment");
});

test("an anchor that is no selector is not taken: the one that shipped goes on", () => {
  const scene = new Scene(shipped, page);
  const site = facebook(scene);
  scene.adopt({
    ...shipped,
    anchors: { ...shipped.anchors, dialog: "[role=", mention_list: ":::", article: "article((" },
  });
  expect(site.surfaceOf(box("Comment as Dana"))?.action).toBe("comment");
  expect(site.submittedBy(box("Comment as Dana"))).toBeNull();
  expect(site.picking(box("Comment as Dana"))).toBe(false);
});

test.each([...Object.values(shipped.anchors), ...Object.values(instagramFacts.anchors)])(
  "the shipped anchor %s is a selector",
  (anchor) => {
    expect(() => document.querySelector(anchor)).not.toThrow();
  },
);

test("each known page names labels or anchors that a page gets", () => {
  for (const { shows } of [...shipped.pages, ...instagramFacts.pages]) {
    for (const name of shows) {
      const known = [shipped, instagramFacts].some((facts) => name in facts.labels || name in facts.anchors);
      expect(known, name).toBe(true);
    }
  }
  expect(facebookFile.pages.length).toBeGreaterThan(0);
});

test("the feed is known by its prompt, in whatever language; without it the site has changed; a stranger is told nothing", () => {
  const at = (cookies: string) => facebook(new Scene(shipped, { ...page, cookies: () => cookies }));
  expect(at("c_user=1").familiar()).toBe(false);
  expect(at("").familiar()).toBe(true);
  const prompt = document.createElement("div");
  prompt.setAttribute("role", "button");
  prompt.textContent = "No que você está pensando, Dana?";
  document.body.append(prompt);
  expect(at("c_user=1").familiar()).toBe(true);
});

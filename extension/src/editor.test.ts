import { afterEach, describe, expect, test } from "vitest";
import { rangeOf, readEditor } from "./editor";

function lexical(markup: (root: HTMLElement) => void): HTMLElement {
  const root = document.createElement("div");
  root.setAttribute("contenteditable", "true");
  markup(root);
  document.body.append(root);
  return root;
}

/** One paragraph as Lexical draws it: text nodes in spans, `null` for a line break. */
function paragraph(...parts: (string | null)[]): HTMLElement {
  const p = document.createElement("p");
  for (const part of parts) {
    if (part === null) {
      p.append(document.createElement("br"));
      continue;
    }
    const span = document.createElement("span");
    span.append(part);
    p.append(span);
  }
  return p;
}

afterEach(() => document.body.replaceChildren());

describe("reading an editor", () => {
  test("paragraphs and inner line breaks become newlines, a closing br is only a placeholder", () => {
    const root = lexical((it) => it.append(paragraph("one"), paragraph(null), paragraph("two", null, "three", null)));
    expect(readEditor(root).text).toBe("one\n\ntwo\nthree");
  });

  test("a line break typed at the end counts, although the editor adds a placeholder after it", () => {
    const root = lexical((it) => it.append(paragraph("one", null, null)));
    expect(readEditor(root).text).toBe("one\n");
  });

  test("bare text beside nested blocks keeps each line apart", () => {
    const root = lexical((it) => {
      const outer = document.createElement("div");
      outer.append(paragraph("inside"));
      it.append("bare", outer, paragraph("last"));
    });
    expect(readEditor(root).text).toBe("bare\ninside\nlast");
  });

  test("an emoji that the page draws as a picture counts with its own characters", () => {
    const root = lexical((it) => {
      const picture = document.createElement("img");
      picture.alt = "😀";
      const p = paragraph("Hi ");
      p.append(picture, "Ana");
      it.append(p);
    });
    const reading = readEditor(root);
    expect(reading.text).toBe("Hi 😀Ana");
    expect(rangeOf(reading, 5, 8)?.toString()).toBe("Ana");
  });

  test("an empty editor is empty text", () => {
    expect(readEditor(lexical((it) => it.append(paragraph(null)))).text).toBe("");
  });

  test("a textarea's value is its text", () => {
    const area = document.createElement("textarea");
    area.value = "a\n😀b";
    expect(readEditor(area)).toEqual({ text: "a\n😀b", nodes: [] });
  });
});

describe("finding a span", () => {
  test("offsets are UTF-16 units, across emoji, empty lines and split text nodes", () => {
    const root = lexical((it) => it.append(paragraph("😀 go "), paragraph(null), paragraph("Emma Ro", "drigues!")));
    const reading = readEditor(root);
    const start = reading.text.indexOf("Emma");
    expect(start).toBe(8);
    expect(rangeOf(reading, start, start + "Emma Rodrigues".length)?.toString()).toBe("Emma Rodrigues");
  });

  test("every span of a text comes back as the same words", () => {
    const root = lexical((it) => it.append(paragraph("ab", "cd"), paragraph("é😀f")));
    const reading = readEditor(root);
    for (let start = 0; start < reading.text.length; start += 1) {
      for (let end = start + 1; end <= reading.text.length; end += 1) {
        const found = rangeOf(reading, start, end)?.toString() ?? "";
        expect(found).toBe(reading.text.slice(start, end).replace("\n", ""));
      }
    }
  });

  test("a span beyond the text has no range", () => {
    expect(rangeOf(readEditor(lexical((it) => it.append(paragraph("ab")))), 5, 9)).toBeNull();
  });
});

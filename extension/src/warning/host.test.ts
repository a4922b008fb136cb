// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { HOST_TAG, Host } from "./host";

test("what a script before us has left on the page is taken away, and ours alone stands there", () => {
  document.documentElement.append(document.createElement(HOST_TAG));
  const host = new Host("en", new AbortController().signal);
  expect(document.querySelectorAll(HOST_TAG)).toHaveLength(0);
  document.documentElement.append(host.element);
  expect([...document.querySelectorAll(HOST_TAG)]).toEqual([host.element]);
});

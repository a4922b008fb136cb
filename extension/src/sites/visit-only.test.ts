// @vitest-environment node
import { expect, test } from "vitest";
import facts from "../../../shared_rules/sites/visit_only.json";
import { siteOf } from "./visit-only";

test.each([
  ["www.youtube.com", "youtube"],
  ["youtube.com", "youtube"],
  ["youtu.be", "youtube"],
  ["old.reddit.com", "reddit"],
  ["notyoutube.com", null],
  ["youtube.com.example.org", null],
])("the host %s belongs to %s", (host, site) => {
  expect(siteOf(host, facts.sites)).toBe(site);
});

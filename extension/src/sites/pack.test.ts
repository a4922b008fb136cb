// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import facebook from "../../../shared_rules/sites/facebook.json";
import instagram from "../../../shared_rules/sites/instagram.json";
import type { Site } from "../contract.gen";
import { NOT_ASKED, packSite } from "./pack";

const adapters = readdirSync("src/sites")
  .filter((name) => name.endsWith(".ts") && !/test|pack|shipped/.test(name))
  .map((name) => readFileSync(`src/sites/${name}`, "utf8"))
  .join("\n");

test.each([facebook, instagram])(
  "every label and anchor of $site is asked for by an adapter, or left out of the bundle",
  (site) => {
    const spoken = [
      ...Object.keys(site.labels).filter((name) => adapters.includes(`"${name}"`)),
      ...Object.keys(site.anchors).filter((name) =>
        new RegExp(`anchors\\.${name}\\b|anchor: "${name}"`).test(adapters),
      ),
    ];
    for (const name of [...Object.keys(site.labels), ...Object.keys(site.anchors)]) {
      const shown = site.pages.some(({ shows }) => (shows as string[]).includes(name));
      expect(spoken.includes(name) || shown, name).toBe(!NOT_ASKED.includes(name));
    }
  },
);

test("a packed label is one string, the longest word first, each word once", () => {
  const { labels } = packSite(facebook as Site);
  expect(labels.audience_friends).toBe("friends|amigos");
  expect(labels.friend_request?.startsWith(">")).toBe(true);
  expect(labels.cancel_request).toBeUndefined();
});

test("a word that cannot be kept in one string is refused", () => {
  const site = structuredClone(facebook) as unknown as Site;
  site.labels.post_submit = { match: "exact", en: ["Post | Send"], es: [], pt: [] };
  expect(() => packSite(site)).toThrow(TypeError);
});

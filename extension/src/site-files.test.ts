import { expect, test } from "vitest";
import { siteFiles } from "./site-files";

test("the anchors that no browser can read are named with their site, and those alone", () => {
  const anchors = {
    facebook: { dialog: "[role=", article: "article((", editor: "[role=textbox]:not([aria-hidden])" },
    instagram: { form: "form" },
  };
  const broken = ["facebook: article", "facebook: dialog"];
  expect(siteFiles({ refused: false, anchors })).toEqual({ refused: false, anchors: broken });
  expect(siteFiles({ refused: true, anchors: {} })).toEqual({ refused: true, anchors: [] });
  expect(siteFiles({ refused: false, anchors: { instagram: anchors.instagram } }).anchors).toEqual([]);
});

// Comments: Facebook's Lexical box and Instagram's React textarea, sent by Enter or by the button beside them; mentions in them.
import assert from "node:assert/strict";
import { COMMENT, COMMENTS, FEED, INSTAGRAM, NAME, TEXTAREA, texts } from "./composer.mjs";

const FACEBOOK_SUBMIT = "[role=dialog] #focused-state-composer-submit [role=button]";
const INSTAGRAM_SUBMIT = "form.comment-form [role=button]::-p-text(Post)";
const BOXES = {
  facebook: { open: (tab) => tab.open(COMMENTS, COMMENT), submit: FACEBOOK_SUBMIT },
  instagram: { open: (tab) => tab.open(INSTAGRAM, TEXTAREA), submit: INSTAGRAM_SUBMIT },
};

const both = Object.entries(BOXES).flatMap(([site, { open, submit }]) => [
  [
    `clean_comment_on_${site}`,
    async (tab) => {
      await open(tab);
      await tab.insert("What a game!");
      await tab.quiet();
      await tab.press("Enter");
      const [sent, ...more] = await tab.sent();
      assert.deepEqual([sent.text, sent.isTrusted, sent.how, more], ["What a game!", true, "enter", []]);
    },
  ],
  [
    `comment_button_on_${site}`,
    async (tab) => {
      await open(tab);
      await tab.type(`Go ${NAME}`);
      await tab.sees(NAME);
      await tab.page.locator(submit).click();
      await tab.button("Comment anyway");
      assert.deepEqual(await tab.posted(), []);
    },
  ],
]);

export const comments = {
  ...Object.fromEntries(both),

  /** It carries the same label as the button that sends. */
  async action_bars_comment_button(tab) {
    await tab.open(FEED, "[role=button]::-p-text(Comment)");
    await tab.page.waitForSelector("[role=textbox][aria-label^='Comment as']");
    assert.equal(await tab.held(), false);
  },

  /** The mark lies at the words' own place over the box. */
  async marked_in_the_mirror(tab) {
    await tab.open(INSTAGRAM, TEXTAREA);
    await tab.type(`Go ${NAME} go`);
    await tab.sees(NAME);
    const mark = await tab.place(NAME);
    const box = await tab.page.$eval(TEXTAREA, (each) => each.getBoundingClientRect().toJSON());
    assert.ok(box.x < mark.x && mark.x < box.x + 40, "the mark begins after 'Go '");
    assert.ok(box.y <= mark.y && mark.y <= box.y + box.height);
    assert.ok(mark.width > 60 && mark.width < 140);
  },

  /** A mention tags a person, so they are to be asked; the sheet has the message for them. */
  async colleague_mentioned(tab) {
    await tab.open(COMMENTS, COMMENT);
    await tab.type("Thanks @da");
    await tab.page.waitForSelector("[role=option]::-p-text(Dana Whitfield)");
    await tab.press("Enter");
    assert.equal(await tab.value(COMMENT), "Thanks Dana Whitfield");
    await tab.press("Enter");
    await tab.says("said yes");
    await tab.button("Ask Dana first");
    assert.deepEqual(await tab.posted(), []);
    await tab.click("Comment anyway");
    assert.deepEqual(texts(await tab.sent()), ["Thanks Dana Whitfield"]);
  },

  async student_mentioned_by_handle(tab) {
    await tab.open(INSTAGRAM, TEXTAREA);
    await tab.type("@emma.rodrigues well done");
    await tab.press("Enter");
    await tab.button("Comment anyway");
    assert.deepEqual(await tab.posted(), []);
  },
};

// One tab of Firefox: what a person does on it, and what the product draws on it, seen from outside over WebDriver BiDi.
// BiDi hands out a closed shadow root to the driver alone, so the shipped build is looked at and needs no test hook.
// Used by scenarios.mjs; knows no scenario.

/** The deadline of whatever is awaited on a page: a quiet machine needs a fraction of it, a busy one is no fault of the code. */
export const PATIENCE_MS = 60_000;
const HOST = "document.querySelector('second-look-warnings')";

const BUTTONS = `function () {
  return [...this.querySelectorAll("button")].filter((each) => each.checkVisibility()).map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return { name: (each.getAttribute("aria-label") ?? each.textContent).trim(), x: x + width / 2, y: y + height / 2 };
  });
}`;
const MARKS = `function () { return [...this.querySelectorAll("mark")].map((each) => each.textContent); }`;
const WORDS = `function () { return [...this.querySelectorAll(".box")].map((each) => each.textContent).join(" "); }`;
const PILL = `function () { return this.querySelector(".pill")?.getAttribute("aria-label") ?? ""; }`;
const PLACES = `function () {
  return [...this.querySelectorAll("mark")].map((mark) => {
    const { x, y, width, height } = mark.getBoundingClientRect();
    return { text: mark.textContent, x, y, width, height };
  });
}`;
const CARD = `function () { return Boolean(this.querySelector(".card")); }`;
const SHEET = `function () { return Boolean(this.querySelector("dialog[open]")); }`;

/** Asks until the answer is truthy; throws "never saw ..." when the deadline has passed. */
export async function waitFor(ask, what, deadlineMs = PATIENCE_MS) {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`never saw ${what} in ${deadlineMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export class Tab {
  constructor(page, connection) {
    this.page = page;
    this.connection = connection;
    this.target = { context: page.mainFrame()._id };
  }

  /** Goes there and clicks these, one after the other. */
  async open(address, ...clicks) {
    await this.page.goto(address);
    for (const each of clicks) await this.page.locator(each).click();
  }

  press = (key) => this.page.keyboard.press(key);
  type = (text) => this.page.keyboard.type(text);

  /** All at once, as one change: the first verdict seen afterwards is about exactly this text. */
  insert = (text) => this.page.evaluate((words) => document.execCommand("insertText", false, words), text);

  async withKeys(held, key) {
    for (const each of held) await this.page.keyboard.down(each);
    await this.page.keyboard.press(key);
    for (const each of held) await this.page.keyboard.up(each);
  }

  withControl = (key) => this.withKeys(["Control"], key);

  selectAll = () => this.withControl("KeyA");

  posted = () => this.page.evaluate(() => window.__posted);
  sent = (count = 1) =>
    waitFor(async () => ((await this.posted()).length >= count ? this.posted() : null), "the post going out");

  /** Calls a function with `this` = our closed root; `fallback` while there is none. */
  async inRoot(functionDeclaration, fallback) {
    const { connection, target } = this;
    const found = await connection.send("script.evaluate", {
      expression: HOST,
      target,
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 0, includeShadowTree: "all" },
    });
    const sharedId = found.result.result?.value?.shadowRoot?.sharedId;
    if (!sharedId) return fallback;
    const asked = await connection.send("script.callFunction", {
      functionDeclaration: `function () { return JSON.stringify((${functionDeclaration}).call(this)); }`,
      this: { sharedId },
      target,
      awaitPromise: false,
    });
    return asked.result.type === "success" ? JSON.parse(asked.result.result.value) : fallback;
  }

  pill = () => this.inRoot(PILL, "");
  words = () => this.inRoot(WORDS, "");
  held = () => this.inRoot(SHEET, false);

  /** Where the open sheet is. */
  sheet = () =>
    this.inRoot(`function () { return this.querySelector("dialog").getBoundingClientRect().toJSON(); }`, null);

  /** The colour near the upper edge of a box of the window, as a person sees it: "red,green,blue". */
  async colourAt({ x, y, width, height }) {
    const clip = { x: Math.round(x + width / 2), y: Math.round(y + 6), width: 1, height: 1 };
    const shot = await this.page.screenshot({ encoding: "base64", clip });
    return this.page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const paper = document.createElement("canvas").getContext("2d");
      paper.drawImage(image, 0, 0);
      return String(paper.getImageData(0, 0, 1, 1).data.slice(0, 3));
    }, shot);
  }

  /** The words underlined in an editor or marked over a textarea. */
  async underlined() {
    const highlighted = await this.page.evaluate(() =>
      [...CSS.highlights].flatMap(([, ranges]) => [...ranges].map(String)).filter(Boolean),
    );
    return [...highlighted, ...(await this.inRoot(MARKS, []))].sort();
  }

  async sees(...words) {
    const expected = JSON.stringify(words.sort());
    await waitFor(async () => JSON.stringify(await this.underlined()) === expected, `exactly ${expected} underlined`);
  }

  /** The words underlined or marked, each with the middle of its box on the window. */
  async #places() {
    const highlighted = await this.page.evaluate(() =>
      [...CSS.highlights].flatMap(([, ranges]) => [...ranges].map((range) => {
        const { x, y, width, height } = range.getBoundingClientRect();
        return { text: String(range), x, y, width, height };
      })),
    );
    return [...highlighted, ...(await this.inRoot(PLACES, []))];
  }

  /** Where these underlined words are, null while they are not. */
  place = async (words) => (await this.#places()).find(({ text }) => text === words) ?? null;

  /**
   * Clicks the underlined words and waits for the card. The last key's own answer closes a card opened for the text
   * before it: then they are clicked again, as a person would.
   */
  openCard = (words) =>
    waitFor(async () => {
      const found = await this.place(words);
      if (!found) return false;
      await this.page.mouse.click(found.x + found.width / 2, found.y + found.height / 2);
      for (let look = 0; look < 20; look += 1) if (!(await this.inRoot(CARD, false))) return false;
      return true;
    }, "the card");

  /** What stands in the last box that matches. */
  value = (selector) =>
    this.page.$$eval(selector, (boxes) => {
      const box = boxes.at(-1);
      return "value" in box ? box.value : box.innerText.replace(/\n$/, "");
    });

  /** The words of our element that has the focus. */
  focused = () => this.inRoot("function () { return this.activeElement?.textContent ?? ''; }", "");

  says = (words) => waitFor(async () => (await this.words()).includes(words), `our words "${words}"`);
  saysNoMore = (words) => waitFor(async () => !(await this.words()).includes(words), `our words "${words}" going away`);
  quiet = () => waitFor(async () => (await this.pill()) === "Second Look is checking", "the quiet pill");

  find = async (name) => (await this.inRoot(BUTTONS, [])).find((each) => each.name === name);

  /** Where one of our buttons is, once it is there. */
  button = (name) => waitFor(() => this.find(name), `our button "${name}"`);

  /** Waits for one of our buttons and clicks it with the real mouse; others are told by `event.isTrusted`. */
  async click(name) {
    const { x, y } = await this.button(name);
    await this.page.mouse.click(x, y);
    await waitFor(async () => !(await this.find(name)), `our button "${name}" going away`);
  }

  close = () => this.page.close();
}

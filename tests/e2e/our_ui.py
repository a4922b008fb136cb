"""What the product draws on a page, read and clicked from outside, through the DevTools protocol.

The shipped code has no test hook; DevTools alone can look into a closed root. Clicks are real mouse clicks at the place
where the button is painted, and highlights are read in the extension's own isolated world.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import CDPSession, Error, Page

from e2e.chromium import EXTENSION_ID
from e2e.waiting import wait_for

HOST = "second-look-warnings"
QUIET = "Second Look is checking"
_VISIBLE = """
function visible(element, opacityProperty = true) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty })) return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
}
function nameOf(element) {
  return (element.getAttribute('aria-label') ?? element.textContent).replace(/\\s+/g, ' ').trim();
}
"""
_TEXT = """function () {
  const shown = (element) => element.localName !== 'style' && element.role !== 'status' &&
    (element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents');
  const words = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType === Node.ELEMENT_NODE && !shown(node)) return '';
    return ` ${[...node.childNodes].map(words).join('')} `;
  };
  return words(this).replace(/\\s+/g, ' ').trim();
}"""
_BUTTONS = f"""function () {{ {_VISIBLE}
  return [...this.querySelectorAll('button, [role=button], summary, a')].filter(visible).map((element) => {{
    const box = element.getBoundingClientRect();
    return {{ name: nameOf(element), x: box.x + box.width / 2, y: box.y + box.height / 2 }};
  }});
}}"""
_PILL = """function () {
  const pill = this.querySelector('.pill');
  return pill && !pill.hidden ? pill.getAttribute('aria-label') : '';
}"""
_SHEET = f"""function () {{ {_VISIBLE}
  const sheet = this.querySelector('dialog[open]');
  if (!sheet) return {{ buttons: [], settled: false }};
  const buttons = [...sheet.querySelectorAll('button, summary, a')].filter((element) => visible(element, false));
  return {{ buttons: buttons.map(nameOf), settled: sheet.getAnimations().length === 0 }};
}}"""
_MARKS = """function () {
  return [...this.querySelectorAll('mark')].map((mark) => {
    const { x, y, width, height } = mark.getBoundingClientRect();
    return { text: mark.textContent, x, y, width, height };
  });
}"""
_HIGHLIGHTS = """JSON.stringify([...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map((range) => {
  const { x, y, width, height } = range.getBoundingClientRect();
  return { name, text: range.toString(), x, y, width, height };
}).filter((entry) => entry.text)))"""
_LISTEN = """(() => {
  if (globalThis.answered) return;
  globalThis.answered = [];
  globalThis.visited = [];
  globalThis.decided = [];
  const send = chrome.runtime.sendMessage.bind(chrome.runtime);
  chrome.runtime.sendMessage = (message) => {
    const answer = send(message);
    if (message.kind === 'visit') answer.then((told) => visited.push(told), () => {});
    return answer;
  };
  const connect = chrome.runtime.connect.bind(chrome.runtime);
  chrome.runtime.connect = (info) => {
    const port = connect(info), post = port.postMessage.bind(port), texts = new Map();
    port.onMessage.addListener(({ turn, outcome }) => {
      answered.push(texts.get(turn));
      decided.push(outcome);
    });
    port.postMessage = (message) => {
      texts.set(message.turn, message.attempt.text);
      post(message);
    };
    return port;
  };
})()"""


LOOKS = 40
"""How many times in a row the card must be there to be taken for open: long enough for an answer on its way."""


class OurUi:
    """Pill, card, sheet and underlines on one page."""

    def __init__(self, page: Page, *, practice: bool = False, extension_id: str = EXTENSION_ID) -> None:
        """Look at `page`; on the practice page our code runs in the page's own world, without an extension."""
        self.page = page
        self.extension_id = extension_id
        self.practice = practice
        self.cdp: CDPSession = page.context.new_cdp_session(page)
        self._worlds: dict[int, bool] = {}
        self.cdp.on("Runtime.executionContextCreated", self._world_made)
        self.cdp.on("Runtime.executionContextDestroyed", lambda event: self._worlds.pop(event["executionContextId"], 0))
        self.cdp.on("Runtime.executionContextsCleared", lambda _: self._worlds.clear())
        self.cdp.send("Runtime.enable")

    def _world_made(self, event: dict[str, Any]) -> None:
        context = event["context"]
        if context["auxData"].get("type") != "isolated" or self.extension_id not in context["origin"]:
            return
        self._worlds[context["id"]] = True
        # From outside, so that the shipped code needs no hook: which texts have had their answer.
        self.cdp.send("Runtime.evaluate", {"expression": _LISTEN, "contextId": context["id"]})

    def in_our_world(self, expression: str) -> Any:
        """Evaluate where our code runs, the content script's isolated world; None while there is no such world."""
        if self.practice:
            return self.page.evaluate(expression)
        for context in reversed(self._worlds):
            reply = self.cdp.send(
                "Runtime.evaluate", {"expression": expression, "contextId": context, "returnByValue": True}
            )
            assert "exceptionDetails" not in reply, reply["exceptionDetails"]
            return reply["result"].get("value")
        return None

    def _in_root(self, function: str) -> Any:
        document = self.cdp.send("DOM.getDocument", {"depth": 0})
        found = self.cdp.send("DOM.querySelector", {"nodeId": document["root"]["nodeId"], "selector": HOST})
        if not found["nodeId"]:
            return None
        host = self.cdp.send("DOM.describeNode", {"nodeId": found["nodeId"], "depth": 1, "pierce": True})
        roots = host["node"].get("shadowRoots", [])
        if not roots:
            return None
        root = self.cdp.send("DOM.resolveNode", {"backendNodeId": roots[0]["backendNodeId"]})
        reply = self.cdp.send(
            "Runtime.callFunctionOn",
            {"functionDeclaration": function, "objectId": root["object"]["objectId"], "returnByValue": True},
        )
        assert "exceptionDetails" not in reply, reply["exceptionDetails"]
        return reply["result"].get("value")

    def ask_root(self, function: str) -> Any:
        """Call `function` with `this` = our closed root; None when it is not there or just being replaced."""
        try:
            return self._in_root(function)
        except Error:
            return None

    @property
    def text(self) -> str:
        """All words of ours that are visible now."""
        return self.ask_root(_TEXT) or ""

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """Our visible buttons: name and middle point."""
        return self.ask_root(_BUTTONS) or []

    def highlights(self) -> list[dict[str, Any]]:
        """The words underlined by CSS highlights of ours: text and box."""
        return json.loads(self.in_our_world(_HIGHLIGHTS) or "[]")

    def underlined(self) -> list[str]:
        """The words underlined by CSS highlights of ours, in no order."""
        return [entry["text"] for entry in self.highlights()]

    def wait_checked(self, text: str) -> None:
        """Wait until the extension has the agent's answer about exactly this text."""
        wait_for(
            self.page,
            lambda: text in (self.in_our_world("globalThis.answered") or []),
            "the agent's answer about the text",
        )

    def wait_quiet(self, text: str) -> None:
        """Wait for the answer about this text; then nothing may be underlined and the pill must show its dot."""
        self.wait_checked(text)
        assert self.underlined() == []
        assert self.pill == QUIET

    def wait_back(self) -> None:
        """Wait, at a box with words in it, until an agent that was begun anew answers again."""
        wait_for(self.page, lambda: self.pill == QUIET, "the agent, back", seconds=15)

    @property
    def pill(self) -> str:
        """The pill's accessible name, "" when there is none."""
        return self.ask_root(_PILL) or ""

    def open_card(self, words: str) -> None:
        """Click the underlined words with the real mouse and wait for the card.

        The words are underlined before the last key's own answer is there, and that answer closes a card opened for
        the text before it: then they are clicked again, as a person would.
        """

        def opened() -> bool:
            found = [*self.highlights(), *self.marks()]
            place = next((entry for entry in found if entry["text"] == words), None)
            if place is None:
                return False
            self.page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
            looks = (self.ask_root("function () { return Boolean(this.querySelector('.card')) }") for _ in range(LOOKS))
            return all(looks)

        wait_for(self.page, opened, "the card")

    def marks(self) -> list[dict[str, Any]]:
        """The words marked in the mirror over a textarea: text and box."""
        return self.ask_root(_MARKS) or []

    def wait_marked(self, *words: str) -> list[dict[str, Any]]:
        """Wait until exactly these words are underlined or, over a textarea, marked; give the marks."""
        expected = sorted(words)

        def find() -> bool:
            return sorted([*self.underlined(), *(mark["text"] for mark in self.marks())]) == expected

        wait_for(self.page, find, f"exactly {expected} marked")
        return self.marks()

    def find_button(self, name: str) -> dict[str, Any] | None:
        """A visible button of ours whose name starts with `name`, if there is one now."""
        return next((entry for entry in self.buttons if entry["name"].startswith(name)), None)

    @property
    def buttons_of_the_sheet(self) -> list[str]:
        """The names of the sheet's own buttons, from the first moment of its fading in: empty when nothing is held."""
        return (self.ask_root(_SHEET) or {"buttons": []})["buttons"]

    def sheet_box(self) -> dict[str, float]:
        """Where the open sheet is on the window."""
        return self.ask_root("function () { return this.querySelector('dialog').getBoundingClientRect().toJSON() }")

    def wait_sheet(self) -> list[str]:
        """Wait for a sheet that has faded in and give the names of its buttons."""

        def faded_in() -> list[str]:
            sheet = self.ask_root(_SHEET)
            return sheet["buttons"] if sheet and sheet["settled"] else []

        return wait_for(self.page, faded_in, "a sheet")

    def wait_text(self, words: str) -> str:
        """Wait until our visible words contain `words`."""
        return wait_for(self.page, lambda: self.text if words in self.text else "", f"our words {words!r}")

    def wait_no_text(self, words: str) -> None:
        """Wait until `words` are no longer among our visible words."""
        wait_for(self.page, lambda: words not in self.text, f"our words {words!r} going away")

    def wait_underlined(self, *words: str) -> None:
        """Wait until exactly these words are underlined."""
        expected = sorted(words)
        wait_for(self.page, lambda: sorted(self.underlined()) == expected, f"exactly {expected} underlined")

    def button(self, name: str) -> dict[str, Any]:
        """Wait for a visible button whose name starts with `name`."""
        return wait_for(self.page, lambda: self.find_button(name), f"our button {name!r}")

    def click(self, name: str) -> None:
        """Click one of our buttons with the real mouse."""
        place = self.button(name)
        self.page.mouse.click(place["x"], place["y"])

"""axe-core on a page or on what we draw on it. Used by test_accessibility.py.

axe sees nothing in a closed root, which would be a false green: the extension is built with an open one for it, and each
look must have run some rules.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from e2e.agent_process import ROOT

_RUN = """async (selector) => {
  const found = await axe.run(selector ? document.querySelector(selector) : document, { resultTypes: ['violations', 'incomplete'] });
  const brief = (results) => results.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat()).join(' | ')}`);
  return { violations: brief(found.violations), passes: found.passes.length, incomplete: brief(found.incomplete) };
}"""


@cache
def _source() -> str:
    return (ROOT / "extension/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def look(page: Page, selector: str | None = None) -> dict[str, Any]:
    """Violations (rule and place), the number of rules passed, and what axe could not decide."""
    if not page.evaluate("() => typeof axe === 'object'"):
        page.evaluate(_source())
    return page.evaluate(_RUN, selector)

"""What stands in the menu, made from a status report: plain entries, no pystray. Pure; called by `tray.py`.

One line per link that people ask about, and one for whatever else is not in order; then what a person can do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondlook.contract import Language, LinkName, LinkReport, StatusReport
from secondlook.tray.words import word

Deed = Literal["open", "quit", "again", "go_on", "15_minutes", "until_tomorrow", "snow_day", "half_day", "normal"]
ALWAYS: frozenset[LinkName] = frozenset({"browser", "agent", "roster", "rules", "calendar"})
MARKS = {"ok": "✓", "warning": "!", "broken": "✗"}
LONGEST = 110
"""Characters of a line; a menu that is wider than the screen cannot be read."""


@dataclass(frozen=True)
class Entry:
    """One line.

    Attributes:
        deed: what choosing it does; None = it only tells.
        checked: a tick or none, or None for a line that has no tick.
        default: what a click on the icon itself does.

    """

    text: str
    deed: Deed | None = None
    checked: bool | None = None
    default: bool = False


SEPARATOR = Entry("")


def entries(told: StatusReport, language: Language) -> list[Entry]:
    """The whole menu, top to bottom."""
    # A line that tells leads to the page that tells more: greyed out it would be hard to read.
    running = told.protection != "not_protecting"
    lines = [Entry(told.says, "open" if running else None), SEPARATOR]
    shown = [link for link in told.links if link.name == "agent" or running]  # of one that has not started, only why
    lines += [_line(link, running) for link in shown if link.name in ALWAYS or link.level != "ok"]
    lines.append(SEPARATOR)
    if not running:
        return [*lines, Entry(word("again", language), "again", default=True), Entry(word("quit", language), "quit")]
    if told.paused_until:
        lines.append(Entry(word("go_on", language), "go_on"))
    lines += [Entry(word(length, language), length) for length in told.pauses]
    lines.append(SEPARATOR)
    for day in ("snow_day", "half_day"):
        said = told.today == day
        lines.append(Entry(word(day, language), "normal" if said else day, checked=said))
    lines += [SEPARATOR, Entry(word("open", language), "open", default=True), Entry(word("quit", language), "quit")]
    return _without_doubles(lines)


def _line(link: LinkReport, running: bool) -> Entry:
    says = link.detail if link.level == "broken" and link.detail else link.says
    text = f"{MARKS[link.level]} {link.title}: {says}"
    return Entry(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…", "open" if running else None)


def _without_doubles(lines: list[Entry]) -> list[Entry]:
    """Two separators in a row become one, as where IT allows no pause."""
    return [line for number, line in enumerate(lines) if line != SEPARATOR or lines[number - 1] != SEPARATOR]

"""Everything in one answer: the state as one of five, one sentence, and each link. Pure; called by `app.py` and `doctor.py`."""

from __future__ import annotations

from secondlook.contract import Language, LinkReport, Protection, StatusReport
from secondlook.status import words
from secondlook.status.links import links
from secondlook.status.seen import Seen


def report(seen: Seen, language: Language) -> StatusReport:
    """The whole state in one language."""
    told = links(seen, language)
    state = _protection(seen, told)
    return StatusReport(
        protection=state,
        says=_sentence(seen, state, told, language),
        version=seen.version,
        paused_until=seen.paused_until.isoformat(timespec="seconds") if seen.paused_until else None,
        pauses=list(seen.pauses),
        today=seen.said,
        links=told,
    )


def protection(seen: Seen) -> Protection:
    """The state alone."""
    return _protection(seen, links(seen, "en"))


def _protection(seen: Seen, told: list[LinkReport]) -> Protection:
    if seen.agent in ("away", "unproven", "removed"):
        return "not_protecting"
    if seen.paused_until:
        return "paused"
    if seen.names == "loading":
        return "starting"
    return "limited" if _limits(seen, told) else "protected"


def _limits(seen: Seen, told: list[LinkReport]) -> list[LinkReport]:
    """The links by which less is checked than should be: whatever is broken, no model, no roster, no way to a browser."""
    reached = seen.browsers or (seen.hosts and seen.hosts.ready)
    needed = {"roster", "names"} if reached else {"roster", "names", "hosts"}
    return [link for link in told if link.level == "broken" or (link.level == "warning" and link.name in needed)]


def _sentence(seen: Seen, state: Protection, told: list[LinkReport], language: Language) -> str:
    if state == "paused" and seen.paused_until:
        return words.overall("paused", language, until=words.until(seen.paused_until, seen.now, language))
    if state == "limited":
        titles = words.joined([link.title for link in _limits(seen, told)], language)
        return words.overall("limited", language, titles=titles)
    if state == "not_protecting" and seen.agent == "removed":
        return words.overall("removed", language)
    if state == "protected" and not seen.browsers:
        return words.overall("unasked", language)
    return words.overall(state, language)

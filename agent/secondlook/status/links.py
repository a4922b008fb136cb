"""Each link of the chain: how it stands, as a level, a sentence and a next step. Pure; called by `report.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from secondlook.config import chosen_model, district_settings
from secondlook.contract import Language, Level, LinkName, LinkReport
from secondlook.status import words
from secondlook.status.seen import Seen
from secondlook.status.settings_in_words import hours_in_words, settings_in_words

_BROKEN_KEYS = frozenset({"agent_away", "agent_unproven", "agent_unlinked", "agent_homeless", "agent_removed"})
_PRODUCTS = {"chromium": "Chromium", "chrome": "Chrome", "edge": "Edge", "firefox": "Firefox"}


def links(seen: Seen, language: Language) -> list[LinkReport]:
    """Every link, in the order in which it is told."""
    tell = _Teller(seen, language)
    return [look(tell) for look in _LOOKS]


class _Teller:
    """One look, told in one language."""

    def __init__(self, seen: Seen, language: Language) -> None:
        self.seen, self.language = seen, language

    def link(self, key: str, level: Level, *, detail: str = "", step: str = "", **parts: object) -> LinkReport:
        """One link by the key of its sentence; `step` names another sentence's next step."""
        name: LinkName = key.partition("_")[0]  # type: ignore[assignment]  # keys begin with the link's name
        return LinkReport(
            name=name,
            level=level,
            title=words.title(name, self.language),
            says=words.says(key, self.language, **parts),
            next=words.next_step(step or key, self.language, **parts),
            detail=detail,
        )


def _agent(tell: _Teller) -> LinkReport:
    seen = tell.seen
    key = f"agent_{seen.agent}"
    level: Level = "broken" if key in _BROKEN_KEYS else "warning" if seen.agent == "replaced" else "ok"
    since = words.moment(seen.started, seen.now, tell.language) if seen.started else "?"
    return tell.link(
        key, level, detail=seen.problem, version=seen.version, port=seen.port, since=since, place=seen.home.path
    )


def _browser(tell: _Teller) -> LinkReport:
    seen = tell.seen
    if seen.agent in ("away", "unproven"):
        return tell.link("browser_unknown", "warning")
    if not seen.browsers:
        return tell.link("browser_unseen", "warning")
    latest = sorted(seen.browsers.items(), key=lambda entry: entry[1], reverse=True)
    told = [f"{_PRODUCTS[name]} {words.moment(when, seen.now, tell.language)}" for name, when in latest]
    return tell.link("browser_seen", "ok", browsers=words.joined(told, tell.language))


def _hosts(tell: _Teller) -> LinkReport:
    hosts, home = tell.seen.hosts, tell.seen.home
    if hosts is None:
        return tell.link("hosts_untold", "ok")
    lost = [name for name in hosts.wrong if name not in tell.seen.browsers]  # whoever has asked has found us
    if lost:
        command = f"secondlook install-host --browser {lost[0]} --home {home.path}"
        wrong = words.joined((_PRODUCTS[name] for name in lost), tell.language)
        level: Level = "warning" if hosts.ready or tell.seen.browsers else "broken"
        return tell.link("hosts_wrong", level, browsers=wrong, command=command)
    if hosts.ready:
        ready = words.joined((_PRODUCTS[name] for name in hosts.ready), tell.language)
        return tell.link("hosts_ready", "ok", browsers=ready)
    if tell.seen.browsers:
        return tell.link("hosts_asked", "ok")
    return tell.link("hosts_none", "warning", command=f"secondlook install-host --browser chromium --home {home.path}")


def _roster(tell: _Teller) -> LinkReport:
    seen = tell.seen
    rosters, language = seen.rosters, tell.language
    step = "roster_sealed" if seen.district.roster else ""
    if rosters.problem:
        return tell.link("roster_broken", "broken", detail=rosters.problem, step=step)
    if rosters.state in ("invented", "missing"):
        return tell.link(f"roster_{rosters.state}", "ok" if rosters.state == "invented" else "warning", step=step)
    ends = words.day(rosters.ends, language) if rosters.ends else "?"
    if rosters.state == "stale":
        return tell.link("roster_stale", "warning", step=step, ends=ends)
    days = (seen.now.date() - seen.imported.astimezone(seen.now.tzinfo).date()).days if seen.imported else 0
    age = words.days_ago(days, language)
    return tell.link("roster_fresh", "ok", students=rosters.students, staff=rosters.staff, age=age, ends=ends)


def _names(tell: _Teller) -> LinkReport:
    seen = tell.seen
    if seen.names == "missing":
        step = "names_chosen" if chosen_model() else ""
        return tell.link("names_missing", "warning", detail=seen.names_problem, step=step)
    return tell.link(f"names_{seen.names}", "ok" if seen.names == "ready" else "warning")


def _rules(tell: _Teller) -> LinkReport:
    rules = tell.seen.rules
    if not rules.digest:
        return tell.link("rules_broken", "broken", detail=rules.problem or "")
    parts: dict[str, Any] = {
        "count": rules.count,
        "version": rules.digest[:19],
        "overlay": tell.seen.district.overlay or tell.seen.home.overlay_folder,
    }
    if rules.problem:
        return tell.link("rules_aside", "warning", detail=rules.problem, **parts)
    return tell.link("rules_good", "ok", **parts)


def _district(tell: _Teller) -> LinkReport:
    district, language = tell.seen.district, tell.language
    levels: dict[str, Level] = {"keyless": "warning", "kept": "warning", "broken": "broken"}
    made = words.day(district.made.astimezone(tell.seen.now.tzinfo).date(), language) if district.made else "?"
    return tell.link(
        f"district_{district.state}",
        levels.get(district.state, "ok"),
        detail=district.problem or district.parts,
        version=district.version,
        made=made,
    )


def _calendar(tell: _Teller) -> LinkReport:
    seen = tell.seen
    if seen.said != "normal":
        return tell.link(f"calendar_{seen.said}", "ok")
    if seen.settings.calendar is None:
        return tell.link("calendar_missing", "warning", settings=seen.district.settings or district_settings())
    remarks = seen.settings.calendar.remarks(seen.now.date())
    detail = " ".join(f"{seen.settings.calendar_path}, {remark}" for remark in remarks)
    if not seen.settings.calendar.covers(seen.now.date()):
        return tell.link("calendar_stale", "warning", detail=detail, calendar=seen.settings.calendar_path or "?")
    return tell.link("calendar_ready", "ok", detail=detail)


def _clock(tell: _Teller) -> LinkReport:
    return tell.link("clock_doubtful", "warning") if tell.seen.zone_doubtful else tell.link("clock_good", "ok")


def _settings(tell: _Teller) -> LinkReport:
    seen = tell.seen
    if seen.settings.problems:
        return tell.link("settings_broken", "broken", detail=" ".join(seen.settings.problems))
    hours = hours_in_words(seen.settings.hours, tell.language)
    file = seen.district.settings or district_settings()
    told = [settings_in_words(seen.settings, seen.home, file), *seen.settings.remarks(seen.now.date(), file)]
    return tell.link("settings_good", "ok", detail=" ".join(told), hours=hours)


def _key(tell: _Teller) -> LinkReport:
    key = tell.seen.key
    levels: dict[str, Level] = {"key_file": "warning", "unavailable": "broken"}
    return tell.link(f"key_{key.place}", levels.get(key.place, "ok"), detail=key.problem)


def _kept(tell: _Teller) -> LinkReport:
    kept = tell.seen.kept
    if kept.problem:
        return tell.link("kept_broken", "broken", detail=kept.problem, place=tell.seen.home.path)
    if kept.aside:
        return tell.link("kept_aside", "warning", aside=kept.aside)
    if not (kept.exceptions or kept.consents):
        return tell.link("kept_nothing", "ok")
    return tell.link("kept_some", "ok", exceptions=kept.exceptions, consents=kept.consents)


def _home(tell: _Teller) -> LinkReport:
    state = tell.seen.folder
    level: Level = "warning" if state == "open" else "broken" if state in ("unwritable", "full") else "ok"
    return tell.link(f"home_{state}", level, place=tell.seen.home.path)


def _practice(tell: _Teller) -> LinkReport:
    return tell.link("practice_complete", "ok") if tell.seen.practice else tell.link("practice_unbuilt", "warning")


_LOOKS: tuple[Callable[[_Teller], LinkReport], ...] = (
    _agent, _browser, _hosts, _roster, _names, _rules, _district, _calendar, _clock, _settings, _key, _kept, _home, _practice,
)  # fmt: skip

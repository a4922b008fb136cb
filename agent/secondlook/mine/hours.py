"""My hours: whose hours hold, what today asks and why. Reads what checks read, and changes the person's settings file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from secondlook.calendar.day import SchoolDay
from secondlook.calendar.day_plan import plan_of
from secondlook.calendar.hours import SCHOOL_ZONE, Exempt, Stretch, zone_in_doubt
from secondlook.configured import Set
from secondlook.errors import NotKeptError
from secondlook.mine.contract import ChooseHours, ExemptToday, Hours, HoursToday
from secondlook.mine.settings_file import change_settings
from secondlook.settings.files import PersonSettings


def hours_of(configured: Set, said: dict[date, SchoolDay], now: datetime) -> Hours:
    """The week and today.

    Args:
        configured: district's and person's settings.
        said: what the person said of today (`configured.said_today`).
        now: aware, in the machine's own zone.

    """
    own = configured.person.own_week is not None
    return Hours(
        rests_on="own" if own else "group" if configured.group else "default",
        group=None if own else configured.group,
        groups=sorted(configured.district.staff_groups),
        week=[[_span(stretch) for stretch in stretches] for stretches in configured.hours.week],
        today=_today(configured, said, now),
    )


def choose_hours(path: Path, configured: Set, chosen: ChooseHours) -> None:
    """Keep the person's group or their own week.

    Raises:
        NotKeptError: there is no such group, or both were given.
        BadSettingsError: the settings file is broken.

    """
    if chosen.staff_group and chosen.own_week:
        raise NotKeptError("Choose a staff group or a week of your own, not both.", field="staff_group")
    if chosen.staff_group and chosen.staff_group not in configured.district.staff_groups:
        raise NotKeptError("There is no such staff group.", field="staff_group")

    def change(settings: PersonSettings) -> PersonSettings:
        week = chosen.own_week
        if week and settings.own_week and week.model_fields_set == {"hours"}:
            week = settings.own_week.model_copy(update={"hours": week.hours})  # the page knows the hours alone
        return settings.model_copy(update={"staff_group": chosen.staff_group, "own_week": week})

    change_settings(path, change)


def _today(configured: Set, said: dict[date, SchoolDay], now: datetime) -> HoursToday:
    day = now.astimezone(SCHOOL_ZONE).date()
    plan = plan_of(day, configured.week(said), said)
    own = said.get(day)
    exempt = [one for one in configured.hours.exempt if day.weekday() in one.weekdays]
    return HoursToday(
        date=day.isoformat(),
        kind=plan.kind,
        because=plan.because,
        spans=[f"{start:%H:%M}-{end:%H:%M}" for start, end in plan.spans],
        exempt=[_exempt(one) for one in exempt] if plan.spans else [],
        said=None if own is None else "snow_day" if own.kind == "off" else "half_day",
        in_doubt=zone_in_doubt(now.utcoffset(), now.astimezone(UTC)),
    )


def _span(stretch: Stretch) -> str:
    return f"{stretch.start:%H:%M}-{stretch.end:%H:%M}"


def _exempt(window: Exempt) -> ExemptToday:
    return ExemptToday(time=_span(window.stretch), note=window.kind == "edge")

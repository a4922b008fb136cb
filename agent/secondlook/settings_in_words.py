"""What is set, in plain sentences for `doctor`: hours, calendar, accounts, recipients of copies. Counts, never a name.

Called by `doctor.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from secondlook.calendar.hours import Hours
from secondlook.config import Home, district_settings
from secondlook.configured import Set

Sentence = tuple[Literal["ok", "warning", "broken"], str, str]
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def settings_in_words(settings: Set, home: Home) -> Iterator[Sentence]:
    """State, sentence and next step for each thing that is set; what is broken comes first."""
    for problem in settings.problems:
        yield "broken", problem, "Correct the file; until then the last good one, or the default, is used."
    yield "ok", f"Work hours ({_whose(settings)}): {hours_in_words(settings.hours)}.", ""
    yield _calendar(settings)
    district, person = settings.district, settings.person
    accounts = len(district.professional_accounts) + len(person.professional_accounts)
    says = (
        f"Coach: {'yes' if person.coach else 'no'}. Recipients of copies: {len(district.copies) + len(person.copies)}. "
        f"Professional accounts: {accounts}. School phone numbers: {len(district.school_phones)}. "
        f"Days set by the district: {len(district.days)}."
    )
    yield "ok", says, f"Yours are in {home.settings_file}, the district's in {district_settings()}."


def hours_in_words(hours: Hours) -> str:
    """Such as "Mon-Fri 07:30-14:30", days alike joined."""
    runs: list[tuple[int, int]] = []
    for day in range(7):
        if runs and hours.week[day] == hours.week[runs[-1][1]]:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    parts = []
    for first, last in runs:
        if spans := hours.week[first]:
            days = _DAYS[first] if first == last else f"{_DAYS[first]}-{_DAYS[last]}"
            parts.append(f"{days} " + " and ".join(f"{span.start:%H:%M}-{span.end:%H:%M}" for span in spans))
    more = f", {len(hours.exempt)} exempt windows" if hours.exempt else ""
    return ("; ".join(parts) or "none") + more


def _whose(settings: Set) -> str:
    if settings.person.own_week:
        return "your own"
    return f"staff group {settings.group}" if settings.group else "the default, late August to mid-June"


def _calendar(settings: Set) -> Sentence:
    if settings.calendar is not None:
        passed_over = len(getattr(settings.calendar, "passed_over", ()))
        more = f" {passed_over} entries in it are not sound and were passed over." if passed_over else ""
        return "ok", f"The school calendar is read.{more}", ""
    says = "No school calendar: holidays of Massachusetts and the default school year are used."
    return "ok", says, f'Name an .ics file as "calendar" in {district_settings()}.'

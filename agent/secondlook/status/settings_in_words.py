"""What is set, in plain words: work hours in the person's language, the rest as counts. Never a name. Called by `links.py`."""

from __future__ import annotations

from pathlib import Path

from secondlook.calendar.hours import Hours
from secondlook.config import Home
from secondlook.configured import Set
from secondlook.contract import Language

_DAYS: dict[Language, str] = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "es": "lun mar mié jue vie sáb dom",
    "pt": "seg ter qua qui sex sáb dom",
}
_AND: dict[Language, str] = {"en": " and ", "es": " y ", "pt": " e "}
_NONE: dict[Language, str] = {"en": "none", "es": "ninguno", "pt": "nenhum"}


def settings_in_words(settings: Set, home: Home, file: Path) -> str:
    """Whose hours these are, what else is set, and in which files; for whoever looks after it.

    Args:
        settings: in use.
        home: of the person.
        file: the district's.

    """
    district, person = settings.district, settings.person
    accounts = len(district.professional_accounts) + len(person.professional_accounts)
    return (
        f"Hours: {_whose(settings)}. Coach: {'yes' if person.coach else 'no'}. "
        f"Recipients of copies: {len(district.copies) + len(person.copies)}. Professional accounts: {accounts}. "
        f"School phone numbers: {len(district.school_phones)}. Days set by the district: {len(district.days)}. "
        f"Exempt windows: {len(settings.hours.exempt)}. Pauses: {district.pause}. "
        f"Yours are in {home.settings_file}, the district's in {file}."
    )


def hours_in_words(hours: Hours, language: Language) -> str:
    """Such as "Mon-Fri 07:30-14:30", days alike joined."""
    names = _DAYS[language].split()
    runs: list[tuple[int, int]] = []
    for day in range(7):
        if runs and hours.week[day] == hours.week[runs[-1][1]]:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    parts = []
    for first, last in runs:
        if spans := hours.week[first]:
            days = names[first] if first == last else f"{names[first]}-{names[last]}"
            parts.append(f"{days} " + _AND[language].join(f"{span.start:%H:%M}-{span.end:%H:%M}" for span in spans))
    return "; ".join(parts) or _NONE[language]


def _whose(settings: Set) -> str:
    if settings.person.own_week:
        return "your own"
    return f"staff group {settings.group}" if settings.group else "the default, late August to mid-June"

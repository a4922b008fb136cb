"""Reading an .ics feed: which titles count, which days they cover, and feeds that are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from secondlook.calendar.school_calendar import BadCalendarError, IcsCalendar, read_calendar


def feed(folder: Path, *events: str) -> IcsCalendar:
    """A calendar of `TITLE|START|END` lines, all-day unless the start holds a T."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN"]
    for number, event in enumerate(events):
        title, start, end = event.split("|")
        value = "" if "T" in start else ";VALUE=DATE"
        lines += ["BEGIN:VEVENT", f"UID:{number}", f"SUMMARY:{title}", f"DTSTART{value}:{start}"]
        lines += ([f"DTEND{value}:{end}"] if end else []) + ["END:VEVENT"]
    path = folder / "school.ics"
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")
    return read_calendar(path)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("No School - Veterans Day", "off"),
        ("NO  SCHOOL", "off"),
        ("February Vacation", "off"),
        ("Winter Recess", "off"),
        ("Snow Day", "off"),
        ("Early Release Day", "half_day"),
        ("Half Day for students", "half_day"),
        ("2 Hour Delay", "half_day"),
        ("No School: PD Day", "staff_day"),
        ("Professional Development (no school for students)", "staff_day"),
        ("Varsity Soccer vs. Hudson", None),
        ("School Committee Meeting", None),
    ],
)
def test_titles_that_count(tmp_path: Path, title: str, kind: str | None) -> None:
    """A professional-development day is a work day for staff, whatever else its title says; games are not read."""
    assert feed(tmp_path, f"{title}|20261110|20261111").kind_of(date(2026, 11, 10)) == kind


def test_the_end_is_exclusive(tmp_path: Path) -> None:
    """RFC 5545: a week from Monday to (excluding) Saturday; without an end it is one day."""
    found = feed(tmp_path, "April Vacation|20270419|20270424", "No School|20270501|")
    assert [day for day in range(17, 27) if found.kind_of(date(2027, 4, day)) == "off"] == [19, 20, 21, 22, 23]
    assert found.kind_of(date(2027, 5, 1)) == "off"
    assert found.kind_of(date(2027, 5, 2)) is None


def test_events_with_a_time_are_passed_over(tmp_path: Path) -> None:
    """A "No School Committee" meeting at seven is no day off."""
    assert feed(tmp_path, "No School Committee|20261110T190000|20261110T210000").kind_of(date(2026, 11, 10)) is None


def test_the_school_year_is_the_feeds(tmp_path: Path) -> None:
    """Outside first and last day everything is off; inside, silence leaves it to the default."""
    found = feed(tmp_path, "First Day of School|20260826|20260827", "Last Day of School|20270618|20270619")
    assert found.kind_of(date(2026, 8, 25)) == "off"
    assert found.kind_of(date(2026, 8, 26)) is None
    assert found.kind_of(date(2027, 6, 21)) == "off"


def test_a_staff_day_wins_over_a_day_off(tmp_path: Path) -> None:
    """Two entries for one day: staff work, in whatever order the feed tells it."""
    for events in (("No School|20261103|", "PD Day|20261103|"), ("PD Day|20261103|", "No School|20261103|")):
        assert feed(tmp_path, *events).kind_of(date(2026, 11, 3)) == "staff_day"


def test_an_endless_event_is_cut(tmp_path: Path) -> None:
    """A mistake in the feed does not switch off the decade."""
    found = feed(tmp_path, "No School|20261103|20991103")
    assert found.kind_of(date(2026, 11, 3)) == "off"
    assert found.kind_of(date(2027, 11, 3)) is None


@pytest.mark.parametrize("content", [b"", b"<html>404</html>", b"\xff\xfe\x00", b"BEGIN:VCALENDAR\r\n"])
def test_what_is_no_calendar_is_refused(tmp_path: Path, content: bytes) -> None:
    """One sentence that names the file."""
    path = tmp_path / "x.ics"
    path.write_bytes(content)
    with pytest.raises(BadCalendarError, match=r"x\.ics"):
        read_calendar(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """The same, with the system's reason."""
    with pytest.raises(BadCalendarError, match="No such file"):
        read_calendar(tmp_path / "none.ics")

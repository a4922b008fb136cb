"""Reading an .ics feed: which titles count, which days they cover, and feeds that are none."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from secondlook.calendar.day import SchoolDay
from secondlook.calendar.school_calendar import BadCalendarError, IcsCalendar, read_calendar
from secondlook.calendar.title_words import SHIPPED, TitleWords


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
        ("Snow Day", "snow_day"),
        ("Schools closed due to weather", "snow_day"),
        ("Snow make-up day: school in session", "school"),
        ("Early Release Day", "half_day"),
        ("Half Day for students", "half_day"),
        ("2 Hour Delay", "delayed"),
        ("Delayed Opening", "delayed"),
        ("No School - Parent/Teacher Conferences", "staff_day"),
        ("No School - Committee Day", "off"),
        ("Vacation Camp Registration", None),
        ("Holiday Concert", None),
        ("No School Committee Meeting", None),
        ("No School: PD Day", "staff_day"),
        ("Professional Development (no school for students)", "staff_day"),
        ("Varsity Soccer vs. Hudson", None),
        ("School Committee Meeting", None),
        ("No hay clases - Día de los Veteranos", "off"),
        ("VACACIONES DE FEBRERO", "off"),
        ("Feriado", "off"),
        ("Feria de ciencias antes de las vacaciones", None),
        ("Día de nieve", "snow_day"),
        ("Salida temprana", "half_day"),
        ("Sin clases: desarrollo profesional", "staff_day"),
        ("Día de recuperación por nieve", "school"),
        ("Campamento de vacaciones", None),
        ("Comité escolar: no hay clases", None),
        ("Sem aulas - Dia dos Veteranos", "off"),
        ("Ferias de inverno", "off"),
        ("Recesso (segunda-feira)", "off"),
        ("Feira do livro antes das férias", None),
        ("Dia de neve", "snow_day"),
        ("Saída antecipada", "half_day"),
        ("Sem aula: formação de professores", "staff_day"),
        ("Inscrição da colônia de férias", None),
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


def test_the_school_year_in_three_languages(tmp_path: Path) -> None:
    """Its first and last day are found in a feed that families read."""
    for first, last in (
        ("Primer día de clases", "Último día de clases"),
        ("Primeiro dia de aulas", "Último dia de aulas"),
        ("Retorno dos professores", "Fim do ano letivo"),
    ):
        found = feed(tmp_path, f"{first}|20260826|", f"{last}|20270618|")
        assert (found.first, found.last) == (date(2026, 8, 26), date(2027, 6, 18))


def test_words_of_the_districts_own(tmp_path: Path) -> None:
    """They stand beside the shipped ones, and may also say that a title is about something else."""
    path = tmp_path / "school.ics"
    feed(tmp_path, "Founders Day|20261110|", "Spirit Week holiday|20261112|", "No School|20261113|")
    more = TitleWords(off=["founders DAY"], something_else=["Spirit Week"])
    assert days(read_calendar(path)) == ["11-12", "11-13"]
    assert days(read_calendar(path, more)) == ["11-10", "11-13"]


def test_every_kind_of_title_has_words_in_three_languages() -> None:
    """None is left out, none stands there twice."""
    held = json.loads(SHIPPED.read_text(encoding="utf-8"))
    assert set(held) == set(TitleWords.model_fields)
    for languages in held.values():
        assert list(languages) == ["en", "es", "pt"]
        for words in languages.values():
            assert words
            assert len(set(words)) == len(words)


def test_events_with_a_time(tmp_path: Path) -> None:
    """A "No School Committee" meeting at seven is no day off; an early release at noon is one for the pupils."""
    found = feed(
        tmp_path,
        "No School Committee|20261110T190000|20261110T210000",
        "No School|20261112T190000|20261112T210000",
        "Early Release|20261111T170000Z|20261111T173000Z",
    )
    assert [found.kind_of(date(2026, 11, day)) for day in (10, 11, 12)] == [None, "half_day", None]


def test_the_school_year_is_the_feeds(tmp_path: Path) -> None:
    """Outside first and last day everything is off; a day it does not name inside is school, legal holidays apart."""
    found = feed(tmp_path, "First Day of School|20260826|20260827", "Last Day of School|20270618|20270619")
    assert found.kind_of(date(2026, 8, 25)) == "off"
    assert found.kind_of(date(2026, 8, 26)) == "school"
    assert found.kind_of(date(2027, 6, 17)) == "school"
    assert found.kind_of(date(2026, 11, 11)) is None
    assert found.kind_of(date(2027, 6, 21)) == "off"
    assert found.covers(date(2027, 1, 5))
    assert not found.covers(date(2028, 1, 5))


@pytest.mark.parametrize(
    ("title", "minutes"),
    [
        ("2 Hour Delay", 120),
        ("90-minute delay", 90),
        ("One hour delayed opening", 60),
        ("Delayed Opening", 120),
        ("99 hour delay", 300),
        ("2hr delay", 120),
        ("Apertura tardía: 90 minutos de retraso", 90),
        ("Una hora de retraso", 60),
        ("Atraso de 1,5 horas", 90),
        ("Duas horas de atraso", 120),
    ],
)
def test_how_late_a_delayed_day_begins(tmp_path: Path, title: str, minutes: int) -> None:
    """As the title says, two hours when it does not, never more than five."""
    said = feed(tmp_path, f"{title}|20261210|").day_of(date(2026, 12, 10))
    assert said == SchoolDay("delayed", timedelta(minutes=minutes))


def write(folder: Path, *lines: str) -> IcsCalendar:
    """A calendar of one event with these lines, then any others after `END:VEVENT`, `BEGIN:VEVENT`."""
    path = folder / "school.ics"
    whole = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        "BEGIN:VEVENT",
        *lines,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    path.write_text("\r\n".join(whole), encoding="utf-8")
    return read_calendar(path)


def days(found: IcsCalendar) -> list[str]:
    return [day.isoformat()[5:] for day in sorted(found.days)]


def test_repeats(tmp_path: Path) -> None:
    """Every other Wednesday, four times, one of them left out and one moved to a Thursday, one cancelled title ignored."""
    found = write(
        tmp_path, "UID:1", "SUMMARY:Early Release", "DTSTART;VALUE=DATE:20260909",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4", "EXDATE;VALUE=DATE:20260923", "RDATE;VALUE=DATE:20261104",
        "END:VEVENT", "BEGIN:VEVENT", "UID:1", "RECURRENCE-ID;VALUE=DATE:20261007", "SUMMARY:Early Release",
        "DTSTART;VALUE=DATE:20261008", "END:VEVENT", "BEGIN:VEVENT", "UID:2", "SUMMARY:No School",
        "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20261112",
    )  # fmt: skip
    assert days(found) == ["09-09", "10-08", "10-21", "11-04"]


def test_a_repeat_ends_with_its_until(tmp_path: Path) -> None:
    """Also when the end is a moment in UTC, as most programs write it."""
    found = write(
        tmp_path, "UID:1", "SUMMARY:Half Day", "DTSTART;VALUE=DATE:20260904",
        "RRULE:FREQ=WEEKLY;UNTIL=20260918T035959Z",
    )  # fmt: skip
    assert days(found) == ["09-04", "09-11", "09-18"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=DAILY", "FREQ=NONSENSE", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=31", "FREQ=DAILY;BYYEARDAY=400", "FREQ=DAILY;BYMONTH=6;BYWEEKNO=2",
    ],
)  # fmt: skip
def test_a_rule_without_end_costs_little(tmp_path: Path, rule: str) -> None:
    """One that fires each second, never, or makes no sense is passed over; the sound event beside it counts."""
    found = write(
        tmp_path, "UID:1", "SUMMARY:No School", "DTSTART;VALUE=DATE:20260901", f"RRULE:{rule}",
        "END:VEVENT", "BEGIN:VEVENT", "UID:2", "SUMMARY:PD Day", "DTSTART;VALUE=DATE:20261103",
    )  # fmt: skip
    assert found.kind_of(date(2026, 11, 3)) == "staff_day"
    assert len(found.days) < 7_000


def test_an_event_that_is_not_sound_is_passed_over(tmp_path: Path) -> None:
    """By its place in the file, and the rest is used."""
    found = write(
        tmp_path, "UID:1", "SUMMARY:No School", "END:VEVENT", "BEGIN:VEVENT", "UID:2", "SUMMARY:No School",
        "DTSTART;VALUE=DATE:20261112",
    )  # fmt: skip
    assert days(found) == ["11-12"]
    assert found.passed_over == [1]


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYMONTH=4;BYMONTHDAY=31", "FREQ=DAILY;BYYEARDAY=32"]
)
def test_a_rule_that_names_no_day_is_refused_unsought(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    """30 February is not looked for up to the year 9999: such an event is passed over before one step is taken."""
    from dateutil.rrule import rrule as repeats

    def looked_for(_self: object) -> None:
        raise AssertionError

    monkeypatch.setattr(repeats, "__iter__", looked_for)
    found = write(tmp_path, "UID:1", "SUMMARY:No School", "DTSTART;VALUE=DATE:20260901", f"RRULE:{rule}")
    assert (found.passed_over, found.days) == ([1], {})


@pytest.mark.parametrize("rule", ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=DAILY;BYMONTH=1,2;BYMONTHDAY=31"])
def test_a_rule_that_seldom_names_a_day_counts(tmp_path: Path, rule: str) -> None:
    """Leap days, and the 31st of those of the months that have one."""
    found = write(tmp_path, "UID:1", "SUMMARY:No School", "DTSTART;VALUE=DATE:20260901", f"RRULE:{rule}")
    assert found.passed_over == []
    assert len(found.days) > 2


def test_a_damaged_replacement_replaces_nothing(tmp_path: Path) -> None:
    """An event that does not say which repeat it stands for is passed over, and the reading goes on."""
    found = write(
        tmp_path, "UID:1", "SUMMARY:No School", "DTSTART;VALUE=DATE:20261110", "RRULE:FREQ=DAILY;COUNT=2",
        "END:VEVENT", "BEGIN:VEVENT", "UID:1", "RECURRENCE-ID:yesterday", "SUMMARY:Half Day", "DTSTART;VALUE=DATE:20261112",
    )  # fmt: skip
    assert days(found)[:2] == ["11-10", "11-11"]


def test_what_is_of_no_use_is_told_by_its_place(tmp_path: Path) -> None:
    """Events that are not sound, the first few by number, and a file whose last day has passed."""
    sound = ("UID:1", "SUMMARY:No School", "DTSTART;VALUE=DATE:20261112")
    unsound = ("END:VEVENT", "BEGIN:VEVENT", "SUMMARY:No School")
    found = write(tmp_path, *sound, *unsound * 7)
    told = "event 2, 3, 4, 5, 6 and 2 more: not sound, passed over."
    assert found.remarks(date(2026, 11, 12)) == [told]
    passed = "last event: 2026-11-12 has passed; nothing in it is about the days to come."
    assert found.remarks(date(2026, 11, 13)) == [told, passed]


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

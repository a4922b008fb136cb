"""Settings files: what they mean, and what is refused with its place."""

from __future__ import annotations

import json
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest

from secondlook.calendar.hours import Stretch
from secondlook.errors import BadSettingsError
from secondlook.settings.files import DistrictSettings, PersonSettings, WorkWeek
from secondlook.settings.read import read_settings


def write(folder: Path, content: Any) -> Path:
    path = folder / "settings.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_a_missing_file_sets_nothing(tmp_path: Path) -> None:
    """The defaults hold."""
    assert read_settings(tmp_path / "none.json", DistrictSettings) == DistrictSettings()


def test_a_week_as_the_calendar_uses_it() -> None:
    """A day by itself comes before `weekdays`, a day that is left out is free, exempt windows keep their days."""
    week = WorkWeek.model_validate(
        {
            "hours": {"wed": ["07:05-15:20"], "weekdays": ["07:05-14:20"], "sat": ["09:00-11:00", "12:00-13:00"]},
            "exempt": [{"time": "11:10-11:40", "days": ["mon", "tue"]}, {"time": "13:00-13:45", "note": True}],
            "half_day_end": "11:30",
            "edge_minutes": 5,
        }
    ).as_hours()
    long, short = (Stretch(time(7, 5), time(15, 20)),), (Stretch(time(7, 5), time(14, 20)),)
    assert week.week[:5] == (short, short, long, short, short)
    assert len(week.week[5]) == 2
    assert week.week[6] == ()
    assert [(window.weekdays, window.kind) for window in week.exempt] == [
        (frozenset({0, 1}), "off"),
        (frozenset(range(7)), "edge"),
    ]
    assert (week.half_day_end, week.edge) == (time(11, 30), timedelta(minutes=5))


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"staff_groups": {"nurses": {"hours": {"mon": ["7-14"]}}}}, r"staff_groups\.nurses\.hours\.mon\[0\]"),
        ({"staff_groups": {"nurses": {"hours": {"mon": ["25:00-26:00"]}}}}, r"hours\.mon\[0\]"),
        ({"staff_groups": {"nurses": {"hours": {}}}}, r"staff_groups\.nurses\.hours"),
        ({"staff_groups": {"nurses": {"hours": {"monday": ["07:00-14:00"]}}}}, r"staff_groups\.nurses\.hours"),
        ({"staff_groups": {"nurses": {"hours": {"mon": []}, "lunch": "11:00"}}}, r"staff_groups\.nurses\.lunch"),
        ({"days": {"2026-13-01": "snow_day"}}, "days"),
        ({"days": {"2026-12-01": "blizzard"}}, r"days\.2026-12-01"),
        ({"email_domains": {"staff": ["@mps"]}}, r"email_domains\.staff\[0\]"),
        ({"colour": "blue"}, "colour"),
        ({"calendar_titles": {"free": ["Founders Day"]}}, r"calendar_titles\.free"),
        ({"calendar_titles": {"off": ["Founders Day", " "]}}, r"calendar_titles\.off\[1\]"),
        ({"calendar_titles": {"off": ["--"]}}, r"calendar_titles\.off\[0\]"),
        ({"school_names": [""]}, r"school_names\[0\]"),
        ("[]", "the whole file"),
        ('{"days": ', "line 1"),
        ('{"days": {}, "days": {}}', "twice"),
        ("", "JSON"),
    ],
)
def test_what_is_refused(tmp_path: Path, content: Any, place: str) -> None:
    """File and place are named."""
    with pytest.raises(BadSettingsError, match=place) as caught:
        read_settings(write(tmp_path, content), DistrictSettings)
    assert "settings.json" in caught.value.sentence


@pytest.mark.parametrize(
    "content",
    [
        {"coach": "Zebulon"},
        {"staff_group": ["Zebulon"]},
        {"copies": [{"Zebulon": 1}]},
        {"professional_accounts": [{"handle": 5, "name": "Zebulon"}]},
        {"professional_accounts": [{"site": "Zebulon Site"}]},
        {"professional_accounts": [{"site": "facebook"}]},
    ],
)
def test_a_refusal_repeats_no_value(tmp_path: Path, content: Any) -> None:
    """It may be a name."""
    with pytest.raises(BadSettingsError) as caught:
        read_settings(write(tmp_path, content), PersonSettings)
    assert "Zebulon" not in caught.value.sentence


def test_no_name_is_in_a_repr() -> None:
    """A repr ends up in logs."""
    made = PersonSettings.model_validate({"copies": ["Zebulon"], "professional_accounts": [{"handle": "Zebulon"}]})
    assert "Zebulon" not in repr(made)

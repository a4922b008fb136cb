"""Acts, not words: requests, follows, tags, messages and visits of invented people, judged as on a laptop set up for them.

`corpus/actions` was written by somebody who had read the policy's reading, the shape of an Attempt and the roster, and
nothing of this code. `also` holds verdicts that the reading permits as well.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import pytest

from corpus.read_corpus import CORPUS, ROSTER
from secondlook import rosters
from secondlook.calendar.hours import SCHOOL_ZONE
from secondlook.checker import Asked, Checker, Parts
from secondlook.config import Home, shipped
from secondlook.configured import Configuration
from secondlook.contract import Attempt, Consent, NotAStudent
from secondlook.detection.engine import Engine
from secondlook.keys import Keys, NoVaultError
from secondlook.my_people import MyPeople
from secondlook.policy.load import load_policy
from secondlook.store import Store

ACTIONS = [json.loads(line) for line in (CORPUS / "actions/actions.jsonl").read_text(encoding="utf-8").splitlines()]
PROFILES: dict[str, dict[str, Any]] = json.loads((CORPUS / "actions/profiles.json").read_text(encoding="utf-8"))
SAID_ON = date(2026, 9, 1)
"""When the people of the profiles said what they say of others; consents that had ended by then were never kept."""
DAYS = {"no_school": "off", "half_days": "half_day", "snow_days": "snow_day"}


def no_vault() -> NoReturn:
    raise NoVaultError


def written_settings(home: Home, profile: dict[str, Any]) -> Path:
    """The district's and the person's settings files of a profile; returns the district's."""
    calendar = {} if profile["calendar"] == "none" else profile["calendar"]
    district = {
        "staff_groups": {profile["staff_group"]: {"hours": {"weekdays": [profile["hours"]]}}},
        "default_group": profile["staff_group"],
        "days": {day: meant for key, meant in DAYS.items() for day in calendar.get(key, [])},
        "copies": [profile["athletic_director"], profile["principal"]],
        "platforms": profile["accepted_platforms"],
        "school_phones": profile["school_phones"],
        "email_domains": {"staff": profile["school_domains"]},
    }
    person = {key: profile[key] for key in ("staff_group", "coach", "professional_accounts")}
    home.settings_file.write_text(json.dumps(person), encoding="utf-8")
    path = home.path / "district-settings.json"
    path.write_text(json.dumps(district), encoding="utf-8")
    return path


class Laptop:
    """One person's agent, without its port."""

    def __init__(self, profile: dict[str, Any], folder: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
        home = Home(folder)
        self.set = Configuration(home, district=written_settings(home, profile)).now
        assert not self.set.problems
        self.day = SAID_ON
        self.store = Store(home.store_file)
        self.people = MyPeople(self.store, Keys(home, no_vault, "linux"), lambda: self.day)
        for kind, key in (("own_child", "own_children"), ("alumni", "alumni")):
            for name in profile[key]:
                self.people.add_exception(NotAStudent.model_validate({"name": name, "kind": kind}))
        monkeypatch.setattr(rosters, "nobody_excepted", self.people.is_exception)
        self.rosters = rosters.rosters_of_files(ROSTER / "users.csv", ROSTER / "staff.csv")
        for consent in profile["consents"]:
            if date.fromisoformat(consent["until"]) >= SAID_ON:
                self.people.add_consent(Consent.model_validate(consent), self.rosters.names)
        self.engine = engine

    def verdict(self, attempt: dict[str, Any], now: datetime) -> str:
        """What the whole policy says of an act at a moment."""
        self.day = now.astimezone(SCHOOL_ZONE).date()
        self.people.refresh()
        parts = Parts(
            engine=self.engine,
            policy=load_shipped(),
            names=self.rosters.names,
            roster=self.rosters.state,
            settings=self.set.detection(self.rosters.settings),
            week=self.set.week({}),
            profile=self.set.profile,
            said=self.people,
        )
        return Checker(parts).check(Attempt.model_validate(attempt), Asked(at=now)).verdict


@cache
def load_shipped() -> Any:
    """The shipped policy, read once."""
    return load_policy(shipped("shared_rules"))


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Laptop]:
    """`laptop(profile)`: made once for each."""
    engine = Engine()
    engine.load()
    made: dict[str, Laptop] = {}

    def of(name: str) -> Laptop:
        if name not in made:
            with pytest.MonkeyPatch.context() as patched:
                made[name] = Laptop(PROFILES[name], tmp_path_factory.mktemp(name), engine, patched)
        return made[name]

    return of


# In order of time, since what somebody said is let go of when its time has come and does not come back.
@pytest.mark.parametrize("action", sorted(ACTIONS, key=lambda it: it["now"][:10]), ids=lambda it: it["id"])
def test_an_act(action: dict[str, Any], laptop: Callable[[str], Laptop]) -> None:
    """The verdict, or another that the reading of the policy permits as well."""
    verdict = laptop(action["profile"]).verdict(action["attempt"], datetime.fromisoformat(action["now"]))
    assert verdict in (action["expect"], *action.get("also", ())), action["why"]

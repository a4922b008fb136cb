"""The checker over the real engine, the real rules and the invented roster: decisions as the product gives them."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from secondlook.checker import Asked, Checker, Parts
from secondlook.config import shipped
from secondlook.contract import Attempt, Decision
from secondlook.detection.engine import Engine
from secondlook.errors import BadAttemptError
from secondlook.policy.load import load_policy
from secondlook.rosters import Rosters, invented_rosters


@pytest.fixture(scope="module")
def invented() -> Rosters:
    return invented_rosters()[0]


@pytest.fixture(scope="module")
def parts(invented: Rosters) -> Parts:
    """The name model is left out: what is tested here needs the roster alone, and says so in `checked`."""
    return Parts(Engine(), load_policy(shipped("shared_rules")), invented.names, invented.state, invented.settings)


def check(parts: Parts, asked: Asked | None = None, **attempt: Any) -> Decision:
    made = Attempt.model_validate({"action": "post", "site": "facebook", "account": {"kind": "personal"}, **attempt})
    return Checker(parts).check(made, asked)


def test_a_students_name_in_a_post_is_a_warning(parts: Parts) -> None:
    """The span, the clause and the rewrite of the first example we ever had."""
    decision = check(parts, text="So proud of Emma Rodrigues today")
    assert decision.verdict == "warn"
    assert [(f.kind, f.start, f.end) for f in decision.findings] == [("STUDENT_NAME", 12, 26)]
    assert "D-student-info" in decision.warnings[0].clauses
    assert decision.checked.roster == "invented"
    assert decision.checked.names == "loading"


def test_offsets_are_utf_16(parts: Parts) -> None:
    """An emoji before the name counts twice."""
    assert check(parts, text="🎉 Emma Rodrigues").findings[0].start == 3


def test_a_clean_post_is_silent(parts: Parts) -> None:
    """No finding, no warning."""
    decision = check(parts, text="The first pumpkin bread of the season is out of the oven.")
    assert (decision.verdict, decision.findings, decision.warnings) == ("allow", [], [])


def test_a_friend_request_to_a_student_is_a_warning_and_no_finding(parts: Parts) -> None:
    """A match of the target is a fact, never a finding."""
    decision = check(parts, action="friend_request", target={"name": "Emma Rodrigues"})
    assert (decision.verdict, decision.findings) == ("warn", [])
    assert decision.warnings[0].start is None


def test_the_language_is_the_askers(parts: Parts) -> None:
    """The same decision in other words."""
    sentences = {
        check(parts, Asked(language=language), text="Emma Rodrigues").warnings[0].why for language in ("en", "es", "pt")
    }
    assert len(sentences) == 3


def test_at_replaces_the_clock(parts: Parts) -> None:
    """A visit in school time and one on a Saturday."""
    work, free = datetime(2026, 9, 15, 10, 5), datetime(2026, 9, 19, 10, 5)  # noqa: DTZ001  naive = school time
    assert check(parts, Asked(at=work), action="visit").verdict == "inform"
    assert check(parts, Asked(at=free), action="visit").verdict == "allow"


def test_for_school_silences_the_hour(parts: Parts) -> None:
    """Said once, for the moment the clock shows."""
    checker = Checker(parts)
    checker.say_for_school("facebook")
    attempt = Attempt(action="visit", site="facebook")
    now = datetime.now().astimezone()
    assert "said_for_school" in checker.look(attempt, Asked(at=now)).facts


def test_a_text_that_is_too_long_is_refused_by_name(parts: Parts) -> None:
    """20,000 UTF-16 units pass, one more does not, and emoji count twice."""
    assert check(parts, text="a " * 10_000).verdict == "allow"
    for text in ("a" * 20_001, "🎉" * 10_001):
        with pytest.raises(BadAttemptError) as caught:
            check(parts, text=text)
        assert caught.value.field == "text"


def test_parts_may_change_while_checks_run(parts: Parts) -> None:
    """33: each check finishes with the roster it began with; none fails, and the last one sees the new roster."""
    checker, empty = Checker(parts), replace(parts, names=Parts(parts.engine, parts.policy).names, roster="missing")
    attempt = Attempt(action="post", site="facebook", text="Emma Rodrigues")
    seen: list[tuple[str, str]] = []

    def run() -> None:
        for _ in range(50):
            decision = checker.check(attempt)
            seen.append((decision.checked.roster, decision.verdict))

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(40):
        checker.swap(parts if number % 2 else empty)
    for thread in threads:
        thread.join()
    checker.swap(empty)
    assert len(seen) == 150
    assert {verdict for roster, verdict in seen if roster == "invented"} <= {"warn"}
    assert checker.check(attempt).checked.roster == "missing"


def test_nothing_typed_is_in_a_repr(parts: Parts) -> None:
    """A repr ends up in logs and tracebacks."""
    made = Attempt.model_validate(
        {"action": "post", "site": "facebook", "text": "Zebulon Quist", "target": {"name": "Zebulon"}, "account": {"name": "Zebulon"},
         "attachments": {"names": ["Zebulon.jpg"]}, "audience": {"people": [{"name": "Zebulon", "handle": "zebulon.q"}]}}
    )  # fmt: skip
    look = Checker(parts).look(made, Asked())
    assert "zebulon" not in repr((made, look.findings, look.facts, look.decision, parts.names)).lower()


def test_the_shipped_policy_is_found() -> None:
    """From a checkout as from a package."""
    assert (Path(shipped("shared_rules")) / "clauses.json").is_file()

"""`secondlook check --jsonl`: one attempt a line in, one decision a line out, in order; a bad line does not stop the run.

Serves nobody and keeps nothing: rosters come from the files named, are indexed in memory, and are gone with the process.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from secondlook.api.problems import bad_attempt
from secondlook.api.strict_json import parse_object
from secondlook.calendar.hours import Week
from secondlook.checker import Asked, Checker, Parts
from secondlook.commands.arguments import Commands, add_model, home_of, new_command
from secondlook.commands.named_calendar import read_named_calendar
from secondlook.config import MAX_BODY, shipped
from secondlook.contract import Attempt
from secondlook.detection.engine import Engine
from secondlook.errors import BadAttemptError, SecondLookError, UsageError
from secondlook.facts import Profile
from secondlook.policy.load import load_policy, term_folders
from secondlook.rosters import Rosters, rosters_of_files

_MAX_LINE = 4 * MAX_BODY


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = new_command(commands, "check", "check attempts, one JSON object a line from stdin")
    parser.add_argument("--jsonl", action="store_true", help="attempts from stdin, decisions to stdout (the only form)")
    add_sources(parser)
    parser.set_defaults(work=run)


def add_sources(parser: argparse.ArgumentParser) -> None:
    """The files that a check can be given."""
    parser.add_argument("--students", type=Path, metavar="CSV", help="a roster export of students")
    parser.add_argument("--staff", type=Path, metavar="CSV", help="a roster export of employees")
    add_model(parser)
    parser.add_argument("--calendar", type=Path, metavar="ICS", help="the school's calendar")
    parser.add_argument("--policy", type=Path, metavar="DIR", help="a policy folder in place of the shipped one")
    parser.add_argument("--overlay", type=Path, metavar="DIR", help="levels, rules and terms laid over the policy")


def run(arguments: argparse.Namespace) -> int:
    """Check stdin to its end.

    Raises:
        SecondLookError: roster, calendar or policy cannot be used.

    """
    if not arguments.jsonl:
        raise UsageError("Say check --jsonl: one attempt a line in, one decision a line out.")
    checker = make_checker(arguments)
    for answer in answers(sys.stdin.buffer, checker):
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0


def make_checker(arguments: argparse.Namespace, rosters: Rosters | None = None) -> Checker:
    """A checker over the files that were named, or over `rosters`, with the name model loaded."""
    folder = arguments.policy or shipped("shared_rules")
    policy = load_policy(folder, arguments.overlay)
    rosters = rosters or rosters_of_files(arguments.students, arguments.staff)
    named = arguments.calendar
    week = Week(calendar=read_named_calendar(named, home_of(arguments)) if named else None)
    engine = Engine(arguments.model, terms=term_folders(folder, arguments.overlay))
    engine.load()
    if engine.problem:
        sys.stderr.write(f"{engine.problem.sentence} Going on without it.\n")
    return Checker(Parts(engine, policy, rosters.names, rosters.state, rosters.settings, week))


def answers(lines: Iterable[bytes], checker: Checker) -> Iterator[dict[str, Any]]:
    """A decision or an error object for each line, in order."""
    for number, line in enumerate(lines, 1):
        given: dict[str, Any] = {}
        try:
            given = _parse(line)
            attempt, asked = read_line(given)
            yield checker.check(attempt, asked).model_dump(exclude_none=True) | _identity(given)
        except SecondLookError as error:
            yield _identity(given) | {"line": number, "error": _words(error)}
        except Exception as error:  # noqa: BLE001  one bad line must not end the run, and its words must not be shown
            inner = SecondLookError(f"The check failed inside ({type(error).__name__}).")
            yield _identity(given) | {"line": number, "error": _words(inner)}


def _parse(line: bytes) -> dict[str, Any]:
    if len(line) > _MAX_LINE:
        raise BadAttemptError(f"The line is longer than {_MAX_LINE // 1024} KB.")
    return parse_object(line.strip())


def read_line(given: dict[str, Any]) -> tuple[Attempt, Asked]:
    """An attempt, and what stands around it: `at` and `profile`. `id` is left to the caller.

    Raises:
        BadAttemptError: naming the field.

    """
    rest = dict(given)
    rest.pop("id", None)
    at, profile = rest.pop("at", None), rest.pop("profile", None)
    try:
        asked = Asked(_moment(at), None if profile is None else Profile.model_validate(profile))
        return Attempt.model_validate(rest), asked
    except ValidationError as error:
        raise bad_attempt(error) from None  # the chain would carry the input


def _moment(at: object) -> datetime | None:
    if at is None:
        now = datetime.now().astimezone()
        # A server or container in UTC has no zone of its own to be in doubt about; a laptop in another zone has.
        return now if now.utcoffset() == timedelta(0) else None
    try:
        return datetime.fromisoformat(at) if isinstance(at, str) else _not_a_time()
    except ValueError:
        return _not_a_time()


def _not_a_time() -> datetime:
    raise BadAttemptError("Field at should be a local time such as 2026-09-15T10:05.", field="at")


def _identity(given: dict[str, Any]) -> dict[str, Any]:
    name = given.get("id")
    sound = isinstance(name, int) or (isinstance(name, str) and len(name) <= 200)
    return {"id": name} if sound else {}


def _words(error: SecondLookError) -> dict[str, str]:
    words = {"code": error.code, "detail": error.sentence}
    return words | {"field": error.field} if error.field else words

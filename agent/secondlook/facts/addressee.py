"""Whose page or thread it is: a first name in a comment on an adult's post is that adult's ("Congrats on the new house, Thalita!").

Takes such findings out before anything is decided; knows the roster's answer about the person and nothing of the rules.
Called by `checker.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from secondlook.contract import Attempt, Finding, Person
from secondlook.detection.fold import fold
from secondlook.detection.names import NameBook
from secondlook.people.name_forms import whole_form


def without_addressee(findings: Sequence[Finding], attempt: Attempt, names: NameBook) -> list[Finding]:
    """The findings but for students' names that are words of the name of somebody written to who is no student."""
    people = [attempt.target] if attempt.target else attempt.audience.people
    if attempt.action not in ("comment", "message", "post") or len(people) != 1:
        return list(findings)
    words = _words_of_an_adult(people[0], names)
    units = attempt.text.encode("utf-16-le", "surrogatepass")
    return [it for it in findings if it.kind != "STUDENT_NAME" or not _within(units, it, words)]


def _words_of_an_adult(person: Person, names: NameBook) -> frozenset[str]:
    """The words of the name, or none where it is, or may be, a student's."""
    if not person.name or names.match(person.name, person.handle).student:
        return frozenset()
    return frozenset(whole_form(person.name).split())


def _within(units: bytes, finding: Finding, words: frozenset[str]) -> bool:
    said = units[2 * finding.start : 2 * finding.end].decode("utf-16-le", "surrogatepass")
    its = fold(said).text.split()
    return bool(its) and words.issuperset(its)

"""Whose page or thread it is: a first name in a comment on an adult's post is that adult's ("Congrats on the new house, Thalita!").

Takes such findings out before anything is decided; knows the roster's answer about the person and nothing of the rules.
Called by `checker.py`.
"""

from __future__ import annotations

from dataclasses import replace

from secondlook.contract import Attempt, Finding, Person
from secondlook.detection.detect import Detection
from secondlook.detection.fold import fold
from secondlook.detection.names import NameBook
from secondlook.people.name_forms import whole_form

KIND = "STUDENT_NAME"
WHY = "the name of whoever is written to"


def without_addressee(found: Detection, attempt: Attempt, names: NameBook) -> Detection:
    """What was found, but for students' names that are words of the name of somebody written to who is no student.

    Their evidence stays and says why they are no finding, for `rules explain`.
    """
    people = [attempt.target] if attempt.target else attempt.audience.people
    if attempt.action not in ("comment", "message", "post") or len(people) != 1:
        return found
    words = _words_of_an_adult(people[0], names)
    units = attempt.text.encode("utf-16-le", "surrogatepass")
    theirs = {(it.start, it.end) for it in found.findings if it.kind == KIND and _within(units, it, words)}
    if not theirs:
        return found
    evidence = (
        replace(it, dropped=WHY) if it.kind == KIND and (it.start, it.end) in theirs else it for it in found.evidence
    )
    kept = (it for it in found.findings if it.kind != KIND or (it.start, it.end) not in theirs)
    return replace(found, findings=tuple(kept), evidence=tuple(evidence))


def _words_of_an_adult(person: Person, names: NameBook) -> frozenset[str]:
    """The words of the name, or none where it is, or may be, a student's."""
    if not person.name or names.match(person.name, person.handle).student:
        return frozenset()
    return frozenset(whole_form(person.name).split())


def _within(units: bytes, finding: Finding, words: frozenset[str]) -> bool:
    said = units[2 * finding.start : 2 * finding.end].decode("utf-16-le", "surrogatepass")
    its = fold(said).text.split()
    return bool(its) and words.issuperset(its)

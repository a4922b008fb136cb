"""Suggested rewrites with the real recognisers: once they are taken, the same text says nothing of that rule any more."""

from __future__ import annotations

import pytest

from secondlook.calendar.hours import Week
from secondlook.checker import Asked, Checker, Parts
from secondlook.config import shipped
from secondlook.contract import Attempt, Language, Warning
from secondlook.detection.engine import Engine
from secondlook.policy.load import load_policy, term_folders

POSTS: list[tuple[str, Language, str]] = [
    ("obscene-words", "en", "So tired of this f*cking week, what a mess"),
    ("obscene-words", "es", "Qué semana de mierda, por fin viernes"),
    ("obscene-words", "pt", "Que semana de merda, ainda bem que é sexta"),
    ("student-record", "en", "One of my students has an IEP and got a detention, what a day"),
    ("student-record", "es", "A mi estudiante lo suspendieron por pelear"),
    ("student-record", "pt", "Meu aluno foi suspenso por brigar"),
    ("student-id", "en", "Her SASID is 1038472910, who knows the class?"),
    ("student-id", "es", "Su número de estudiante es 20384756"),
    ("student-id", "pt", "Crachá achado no pátio, matrícula 310592, 9o ano"),
    ("inappropriate-link", "en", "You have to see bestgore.com/video/12 tonight"),
    ("inappropriate-link", "es", "Mira esto: bestgore.com/video/12"),
    ("inappropriate-link", "pt", "Olha isso: bestgore.com/video/12"),
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    """The shipped policy and recognisers, nobody on a roster."""
    folder = shipped("shared_rules")
    engine = Engine(terms=term_folders(folder))
    engine.load()
    return Checker(Parts(engine, load_policy(folder), week=Week()))


def rewritten(text: str, warnings: list[Warning]) -> str:
    """The text with every suggestion taken, as a person may; these have no characters beyond the first plane."""
    for warning in sorted(warnings, key=lambda one: one.start or 0, reverse=True):
        if warning.suggestion and warning.start is not None:
            text = text[: warning.start] + warning.suggestion + text[warning.end :]
    return text


@pytest.mark.parametrize(("rule", "language", "text"), POSTS)
def test_the_rewrite_says_it_no_more(checker: Checker, rule: str, language: Language, text: str) -> None:
    """The rule is met, offers words in the reader's language, and is silent about the text that has them."""
    post = Attempt.model_validate({"action": "post", "site": "facebook", "text": text})
    warnings = checker.check(post, Asked(language=language)).warnings
    assert rule in {warning.rule for warning in warnings}
    assert all(warning.suggestion for warning in warnings if warning.rule == rule)
    better = post.model_copy(update={"text": rewritten(text, warnings)})
    assert better.text != text
    assert rule not in {warning.rule for warning in checker.check(better, Asked(language=language)).warnings}, better

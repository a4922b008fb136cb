"""What detection tests share: one loaded engine, and a small name book that knows its people in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from secondlook.detection.detect import detect
from secondlook.detection.engine import Engine
from secondlook.detection.fold import Folded, fold
from secondlook.detection.names import NameHit, PersonMatch
from secondlook.detection.settings import DetectionSettings

STUDENTS = ("Emma Rodrigues", "João Pedro Almeida", "Camila Reyes Ortega", "Liam O'Malley")
STAFF = ("Dana Whitfield",)


class PlainNames:
    """A name book of a few invented people, exact forms and first names only; stands in for the keyed roster."""

    def find(self, text: str, folded: Folded) -> list[NameHit]:  # noqa: ARG002 - the protocol's signature
        """Full names and lone first names."""
        hits = []
        for people, source in ((STUDENTS, "student"), (STAFF, "staff")):
            for name in people:
                for form, words, score in (("exact", name, 0.98), ("first", name.split()[0], 0.3)):
                    for match in re.finditer(rf"\b{re.escape(words)}\b", text):
                        hit = NameHit(match.start(), match.end(), score, form, frozenset({source}))
                        if not any(it.start <= hit.start and hit.end <= it.end for it in hits):
                            hits.append(hit)
        return sorted(hits, key=lambda it: it.start)

    def match(self, name: str | None, handle: str | None) -> PersonMatch:  # noqa: ARG002 - the protocol's signature
        """Exact names only."""
        return PersonMatch(student=float(name in STUDENTS), staff=float(name in STAFF))

    def has_id(self, token: str) -> bool:  # noqa: ARG002 - the protocol's signature
        """No ids."""
        return False


Found = list[tuple[str, float]]


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The real engine with the shipped model, loaded once."""
    ready = Engine()
    ready.load()
    assert ready.names_state == "ready"
    return ready


@pytest.fixture(scope="session")
def names() -> PlainNames:
    """The invented people."""
    return PlainNames()


@pytest.fixture
def found(engine: Engine, names: PlainNames) -> Callable[..., Found]:
    """`found(text, kind)`: the words found of that kind with their scores, through the whole of `detect`.

    Made for each test: kept for the session it would keep the engine of whichever folder asked for it first.
    """

    def look(text: str, kind: str, settings: DetectionSettings | None = None) -> Found:
        units = text.encode("utf-16-le", "surrogatepass")
        return [
            (units[2 * it.start : 2 * it.end].decode("utf-16-le", "surrogatepass"), it.score)
            for it in detect(text, names, engine, settings).findings
            if it.kind == kind
        ]

    return look


@pytest.fixture(scope="session")
def plain() -> Callable[[str], str]:
    """The folded text, for tests that speak of it."""
    return lambda text: fold(text).text

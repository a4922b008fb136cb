"""The consent book: whom a consent covers, for what, and how quickly it answers."""

from __future__ import annotations

import time
from datetime import date

import pytest

from secondlook.people.consent import FOR_SOMETHING, FOR_THIS, Consent, ConsentBook, How, What

TODAY = date(2026, 11, 23)


def consent(name: str = "Dana Whitfield", *, handle: str = "", what: What = "standing", label: str = "") -> Consent:
    how: How = "said"
    return Consent("1", name, handle, what, label, how, TODAY, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("name", "handle", "sure"),
    [
        ("Dana Whitfield", None, FOR_THIS),
        ("DANA  WHITFIELD", None, FOR_THIS),
        ("Dana M. Whitfield", None, FOR_THIS),
        ("Daná Whitfield", "somebody.else", FOR_THIS),
        (None, "@dana.whit", FOR_THIS),
        ("Dana Whitman", None, 0.0),
        ("Whitfield", None, 0.0),
        (None, None, 0.0),
        (None, "dana.whit2", 0.0),
    ],
)
def test_who_is_covered(name: str | None, handle: str | None, sure: float) -> None:
    """The full name in any case, accents and with a middle name, or the handle; not somebody of a like name."""
    book = ConsentBook([consent(handle="dana.whit")])
    assert book.covers(name, handle, "", TODAY) == sure


def test_a_consent_ends() -> None:
    """Its last day counts, the day after does not."""
    book = ConsentBook([consent()])
    assert book.covers("Dana Whitfield", None, "", date(2026, 12, 31)) == FOR_THIS
    assert book.covers("Dana Whitfield", None, "", date(2027, 1, 1)) == 0


def test_a_consent_for_an_event() -> None:
    """Surely for a post that names the event; only perhaps for another one."""
    book = ConsentBook([consent(what="event", label="the Fall Concert")])
    assert book.covers("Dana Whitfield", None, "So good, our fall concert!", TODAY) == FOR_THIS
    assert book.covers("Dana Whitfield", None, "At the pub", TODAY) == FOR_SOMETHING
    assert ConsentBook([consent(what="album")]).covers("Dana Whitfield", None, "", TODAY) == FOR_SOMETHING


def test_it_answers_in_far_under_a_millisecond() -> None:
    """With 2,000 consents, a thousand questions, a known and an unknown colleague in turn; the median is judged."""
    book = ConsentBook([consent(f"Dana Whitfield{'abcdefghij'[n % 10]}{n}") for n in range(2_000)] + [consent()])
    taken = []
    for number in range(1_000):
        begun = time.perf_counter()
        book.covers("Dana Whitfield" if number % 2 else "Grace Novak", "dana.whit", "A long post about it", TODAY)
        taken.append(time.perf_counter() - begun)
    assert sorted(taken)[500] < 0.001


def test_no_name_is_in_a_repr() -> None:
    """A repr ends up in logs."""
    assert "dana" not in repr((ConsentBook([consent()]), consent(label="Dana's party"))).lower()

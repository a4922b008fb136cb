"""`detect`: offsets on the wire, merging, suppression, protected speech, long and hostile texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondlook.contract import MAX_TEXT
from secondlook.detection.detect import PIECE, Detection, detect
from secondlook.detection.engine import Engine
from secondlook.detection.names import NO_NAMES
from secondlook.detection.offsets import Utf16, utf16_length
from secondlook.detection.sentences import pieces, sentences
from secondlook.detection.settings import DetectionSettings
from work_done import calls_of

EARLY = Engine()
"""Not loaded: rosters and patterns only, so that properties run fast."""


def kinds(detection: Detection) -> list[str]:
    """The kinds of the findings, in order."""
    return [it.kind for it in detection.findings]


def test_name_and_record_together(engine, names):
    """A rostered name and its record are two findings, sorted by start."""
    text = "So proud of Emma Rodrigues, she passed the MCAS"
    assert kinds(detect(text, names, engine)) == ["STUDENT_NAME", "STUDENT_RECORD"]


def test_offsets_are_utf16(found):
    """Emoji before and inside count two units each; the span slices back to the words."""
    assert found("🎉🎉👏🏽 My student's IEP 😭", "STUDENT_RECORD")[0][0] == "IEP"


def test_offsets_after_a_cut(engine, names):
    """Beyond the first piece of a long text spans are still right, with emoji in front."""
    text = "🎉 filler words here. " * 150 + "My student has an IEP."
    (finding,) = detect(text, names, engine).findings
    units = text.encode("utf-16-le")
    assert units[2 * finding.start : 2 * finding.end].decode("utf-16-le") == "has an IEP"


def test_overlapping_records_become_one(engine, names):
    """One statement told by several families or terms is not underlined twice in the same place."""
    findings = detect("Emma Rodrigues was suspended for fighting", names, engine).findings
    records = [it for it in findings if it.kind == "STUDENT_RECORD"]
    assert all(a.end <= b.start for a, b in pairwise(records))


def test_evidence_tells_what_was_dropped_and_why(engine, names):
    """What was suppressed stays visible as evidence, without any word of the text."""
    text = "My student reads at Emma Rodrigues Commons"
    assert "STUDENT_NAME" in kinds(detect(text, names, engine))
    detection = detect(text, names, engine, DetectionSettings(school_names=("Emma Rodrigues Commons",)))
    assert "STUDENT_NAME" not in kinds(detection)
    assert [it.dropped for it in detection.evidence if it.kind == "STUDENT_NAME"] == ["part of a school's name"]
    assert "Emma" not in repr(detection)


@pytest.mark.parametrize(
    ("text", "protected"),
    [
        ("Wear red tomorrow, the contract vote is at 4", True),
        ("Thirty kids in a class is a disgrace, class sizes must come down", True),
        ("El presupuesto se vota el martes, vengan al comité escolar", True),
        ("A greve continua, todos no piquete amanhã", True),
        ("Made gnocchi with friends", False),
        ("So proud of my homeroom today", False),
    ],
)
def test_protected_topics(engine, names, text, protected):
    """Speech on working conditions and public matters scores high, ordinary life at nothing."""
    score = detect(text, names, engine).protected
    assert (score >= 0.6) is protected
    assert 0 <= score <= 1


def test_protected_speech_never_hides_a_record(engine, names):
    """A record inside a post about the contract is still found."""
    text = "Our contract must change: my student threw a chair at me and the union knows"
    detection = detect(text, names, engine)
    assert detection.protected >= 0.6
    assert "STUDENT_RECORD" in kinds(detection)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\u200b\u200b", "🎉", "\ud83d", "a\udc00b my student has an IEP \ud800"]
)
def test_odd_texts_are_harmless(engine, names, text):
    """Empty, invisible and broken texts are answered; a record beside a lone surrogate is found all the same."""
    assert ("STUDENT_RECORD" in kinds(detect(text, names, engine))) == ("IEP" in text)


@pytest.mark.parametrize(
    "text",
    ["." * MAX_TEXT, "a@" * (MAX_TEXT // 2), "Emma Rodrigues " * (MAX_TEXT // 15), "5" * MAX_TEXT, "x" * MAX_TEXT,
     "my student IEP " * (MAX_TEXT // 15), "(508) 555-" * (MAX_TEXT // 10), "\u0301" * MAX_TEXT, "a.b-c+" * 3_300, "🎉" * MAX_TEXT],
    ids=["dots", "at signs", "one name", "digits", "one word", "records", "phones", "accents", "mail-like", "emoji"],
)  # fmt: skip
@pytest.mark.timeout(120)
def test_long_hostile_texts_come_to_an_end(engine, names, text):
    """The longest text of a kind that breaks naive patterns: one that backtracks would be at it for hours."""
    detection = detect(text, names, engine)
    assert all(0 <= it.start < it.end <= utf16_length(text) for it in detection.findings)


def test_work_grows_with_length(names):
    """Four times the text is about four times the work, not sixteen."""
    post = "My student Emma Rodrigues got a 47 on the quiz and her mom is at 508-555-0142. "

    def work(times: int) -> int:
        return calls_of(lambda: detect(post * times, names, EARLY))

    assert work(240) / work(60) < 6, "4.1 when this was written"


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_spans_inside_it(text):
    """Whatever is typed, findings and evidence lie inside the text and start before they end."""
    detection = detect(text, NO_NAMES, EARLY)
    length = utf16_length(text)
    assert all(0 <= it.start < it.end <= length for it in (*detection.findings, *detection.evidence))


@given(st.text(alphabet=st.characters(), max_size=60), st.integers(0, 60))
@settings(deadline=None)
def test_utf16_agrees_with_the_encoder(text, offset):
    """The offset equals half the bytes that UTF-16 needs for what stands before it."""
    offset = min(offset, len(text))
    assert Utf16(text).at(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(alphabet="ab .\n", max_size=300), st.integers(5, 50))
def test_pieces_cover_the_text(text, longest):
    """Pieces follow one another without a gap, none longer than asked."""
    cuts = list(pieces(text, longest))
    assert "".join(text[start:end] for start, end in cuts) == text
    assert all(end - start <= longest for start, end in cuts)


@given(st.text(alphabet="aMr. !?\n", max_size=200))
def test_sentences_cover_the_text(text):
    """Sentences follow one another without a gap."""
    assert "".join(text[start:end] for start, end in sentences(text)) == text


def test_titles_and_initials_do_not_end_a_sentence():
    """Titles and initials ("mrs. lopez", "emma r. was") stay whole; a full stop and a line break do end one."""
    text = "mrs. lopez, dra. farias and emma r. was here. he left\nbye"
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        "mrs. lopez, dra. farias and emma r. was here.",
        "he left",
        "bye",
    ]


def test_piece_is_longer_than_a_post():
    """An ordinary post is never cut, so context is never lost in it."""
    assert PIECE >= 2_000

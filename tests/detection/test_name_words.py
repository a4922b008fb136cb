"""What the words around a name say: which rows they are, when they are asked, and that the shipped tables fit."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from secondlook.detection import name_words as name_words_room
from secondlook.detection.detect import detect
from secondlook.detection.engine import Engine
from secondlook.detection.fold import fold
from secondlook.detection.kind_features import BITS
from secondlook.detection.name_words import ABOUT, PARTS, TABLE, NameWords, name_rows, name_words
from secondlook.detection.reading import Reading
from secondlook.detection.recognizers.student_name import DOUBT, gather, judge
from secondlook.detection.settings import DetectionSettings

SILENT = NameWords(tuple([0] * (1 << BITS) for _ in range(PARTS)), scale=1.0, share=1.0, bias=0.0)


def rows_of(text, engine, names, name="emma"):
    """The rows around a name in a text."""
    reading = Reading(fold(text), names, engine.terms, DetectionSettings())
    start = reading.folded.text.index(name)
    span = start, start + len(name)
    return name_rows(reading, [span], [span])[span]


def test_the_shipped_tables_fit():
    """One number for each row of each part, and something is said in every part."""
    tables = name_words().tables
    assert [len(table) for table in tables] == [1 << BITS] * PARTS
    assert all(any(table) for table in tables)


@pytest.fixture
def folder_of_tables(tmp_path, monkeypatch):
    """Another folder than the package's, read anew; the shipped one again afterwards."""
    monkeypatch.setattr(name_words_room, "FOLDER", tmp_path)
    name_words.cache_clear()
    yield tmp_path
    name_words.cache_clear()


@pytest.mark.parametrize("table", [None, b"", bytes(1 << BITS)], ids=["missing", "empty", "cut short"])
def test_broken_tables_are_told_and_the_cues_go_on(folder_of_tables, names, table):
    """The engine says so, as of a missing model; the roster's names are found all the same."""
    (folder_of_tables / ABOUT).write_text(json.dumps({"scale": 1.0, "share": 1.0, "bias": 0.0}), encoding="utf-8")
    if table is not None:
        (folder_of_tables / TABLE).write_bytes(table)
    engine = Engine()
    engine.load()
    assert engine.names_state == "missing"
    assert "words around names" in str(engine.problem)
    assert [it.kind for it in detect("So proud of Emma Rodrigues", names, engine).findings] == ["STUDENT_NAME"]


def test_whose_name_it_is_says_nothing(engine, names):
    """Two pupils told of in the same words have the same rows."""
    assert rows_of("so proud of Emma today!", engine, names) == rows_of(
        "so proud of Joshua today!", engine, names, "joshua"
    )


def test_a_word_beside_a_name_counts_by_its_place(engine, names):
    """Before is not after; what is farther off than three words is not beside it."""
    before, after = (rows_of(text, engine, names) for text in ("dear Emma", "Emma dear"))
    assert before.beside != after.beside
    assert before.sentence == after.sentence
    far, farther = (
        rows_of(f"Emma won the {thing}", engine, names) for thing in ("spelling bee of the town", "spelling bee again")
    )
    assert far.beside == farther.beside
    assert far.sentence != farther.sentence


def test_what_the_sentence_says_is_not_said_elsewhere_too(engine, names):
    """A word counts once, as near as it stands."""
    rows = rows_of("Emma won again. Nobody won more. 🎉", engine, names)
    assert rows.elsewhere
    assert not {*rows.sentence} & {*rows.elsewhere}


def test_sums_are_put_to_the_cues():
    """The log-odds of the cues by their share, the rows by the scale, and the bias."""
    words = NameWords(([2, 0], [0, 3], [0, 0]), scale=0.5, share=2.0, bias=-1.0)
    assert words.log_odds(0.25, rows=((0,), (1, 0), ())) == pytest.approx(0.25 * 2 + (2 + 3) * 0.5 - 1)


@pytest.mark.parametrize("text", ["Emma won", "my wife Emma won", "Emma Rodrigues won", "Emma in my 3rd period won"])
def test_words_are_asked_only_in_doubt(text, engine, names):
    """Where the cues are sure, either way, nothing is added; else what is added is told."""
    reading = Reading(fold(text), names, engine.terms, DetectionSettings())
    gathered = gather(reading)
    alone = judge(gathered)
    assert judge(gathered, words=SILENT) == alone
    lifted = judge(gathered, words=SILENT._replace(bias=1.5))
    assert lifted == [
        replace(it, odds=it.odds + 1.5, words=pytest.approx(1.5)) if abs(it.odds) <= DOUBT else it for it in alone
    ]


@pytest.mark.parametrize("text", ["Emma", "Emma 🙃", "\ud800 Emma \udfff", "Emma. " * 500, "(Emma)", "123 Emma 4.5"])
def test_odd_texts_are_looked_at_too(text, engine, names):
    """Nothing around is no error."""
    rows = rows_of(text, engine, names)
    assert all(0 <= row < 1 << BITS for part in rows for row in part)

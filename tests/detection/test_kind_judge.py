"""The judge of content: what it sees, what it keeps, drops and adds, and what happens without it."""

from __future__ import annotations

import json

import numpy as np
import pytest

from secondlook.contract import Kind
from secondlook.detection.engine import JUDGE, Engine
from secondlook.detection.fold import fold
from secondlook.detection.kind_features import BITS, added_rows, named_row, sentence_rows, word_rows
from secondlook.detection.kind_judge import (
    CLEAR,
    REMARK,
    RULED_OUT,
    Judged,
    KindJudge,
    Weight,
    load_judge,
)
from secondlook.detection.kind_stretches import LONGEST, stretches_of
from secondlook.detection.match import Match
from secondlook.detection.names import NO_NAMES
from secondlook.detection.packed_rows import PackedRows
from secondlook.detection.reading import Reading
from secondlook.detection.settings import DetectionSettings


def reading_of(text: str, engine: Engine, account: str = "personal", *, message: bool = False) -> Reading:
    """A reading without a roster."""
    return Reading(fold(text), NO_NAMES, engine.terms, DetectionSettings(account=account, message=message))


def judge_of(
    *,
    says: dict[str, int],
    rows: dict[int, int] | None = None,
    of_rule: float = 0.0,
    needed: float = 1.0,
    kind: Kind = "BULLYING",
) -> KindJudge:
    """A judge of one kind who knows these words, and rows, and no others."""
    table = np.zeros((1 << BITS, 1), dtype=np.int8)
    for word, worth in says.items():
        table[word_rows([word]).words] = worth
    for row, worth in (rows or {}).items():
        table[row] = worth
    return KindJudge({kind: Judged(0.0, of_rule, needed)}, PackedRows(table), scale=0.1)


def test_what_nobody_found_is_added_at_the_words_that_say_it(engine):
    """One match over the words with the largest sum, in offsets of the original."""
    text = "🎉 Good day. Look at that walking couch again!"
    (match,) = judge_of(says={"walking": 20, "couch": 20}).weigh([], reading_of(text, engine))
    assert (match.kind, text[match.start : match.end]) == ("BULLYING", "walking couch")
    assert 0.6 < match.score <= 0.9


def test_words_around_may_speak_against_a_match(engine):
    """It stays visible below the floor, with the reason."""
    found = [Match("BULLYING", 0, 4, 0.8, "bullying: insult with a target")]
    (match,) = judge_of(says={"lesson": -50}, of_rule=2.0).weigh(found, reading_of("clown lesson", engine))
    assert match.score == RULED_OUT
    assert match.why.endswith("the words around speak against it")


def test_a_match_that_holds_stays_as_it_is(engine):
    """Neither span nor score nor evidence changes; other kinds are never touched."""
    found = [Match("BULLYING", 0, 5, 0.8, "bullying: insult"), Match("OBSCENE", 0, 5, 0.85, "obscene: strong word")]
    kept = judge_of(says={}, of_rule=2.0).weigh(found, reading_of("clown today", engine))
    assert sorted(kept, key=lambda it: it.kind) == found


def test_a_record_that_holds_is_a_child_s(engine):
    """Where a recognizer could not make out whose it is, the words around do; the span stays."""
    record = KindJudge({"STUDENT_RECORD": Judged(0.0, 2.0, 0.5)}, PackedRows(np.zeros((1 << BITS, 1), np.int8)), 0.1)
    (match,) = record.weigh([Match("STUDENT_RECORD", 0, 5, 0.45, "grades: one child")], reading_of("clown", engine))
    assert (match.start, match.end, match.score) == (0, 5, CLEAR)


RECORD = Judged(0.0, 2.0, 1.0, needed_named=0.2, alone=Weight(0.0, 2.0))


def judge_of_records(*, together: dict[str, int], alone: dict[str, int]) -> KindJudge:
    """A judge of records who knows these words, those of all sentences together and those of one by itself."""
    table = np.zeros((1 << BITS, 2), dtype=np.int8)
    for column, says in enumerate((together, alone)):
        for word, worth in says.items():
            table[word_rows([word]).words, column] = worth
    return KindJudge({"STUDENT_RECORD": RECORD}, PackedRows(table), 0.1)


def test_talk_around_does_not_drown_a_record(engine):
    """The mean of what all sentences say and of what one says by itself; without that one the talk would win."""
    text = "We baked and sang. One pupil failed algebra. We baked and sang again."
    drowned = judge_of_records(together={"failed": 40, "sang": -20}, alone={})
    assert drowned.weigh([], reading_of(text, engine)) == []
    heard = judge_of_records(together={"failed": 40, "sang": -20}, alone={"failed": 60})
    (match,) = heard.weigh([], reading_of(text, engine))
    assert "failed" in text[match.start : match.end]


def test_a_match_counts_in_its_own_sentence(engine):
    """What a recognizer found speaks for the sentence that it stands in."""
    text = "We sang. A pupil failed."
    found = [Match("STUDENT_RECORD", text.index("failed"), text.index("failed") + 6, 0.74, "grades: some child")]
    (match,) = judge_of_records(together={}, alone={"sang": -100}).weigh(found, reading_of(text, engine))
    assert match.score == 0.74
    (match,) = judge_of_records(together={}, alone={"failed": -20}).weigh(found, reading_of(text, engine))
    assert match.score == RULED_OUT


def test_beside_a_pupils_name_less_is_needed(engine):
    """That post is warned about anyway."""
    judge, text = judge_of_records(together={"algebra": 9}, alone={"algebra": 9}), "Emma and algebra"
    assert judge.weigh([], reading_of(text, engine)) == []
    named = [Match("STUDENT_NAME", 0, 4, 0.9, "first name")]
    assert [it.kind for it in judge.weigh(named, reading_of(text, engine))] == ["STUDENT_NAME", "STUDENT_RECORD"]
    unsure = [Match("STUDENT_NAME", 0, 4, 0.4, "first name")]
    assert judge.weigh(unsure, reading_of(text, engine)) == unsure


def test_in_a_message_a_name_is_no_reason_to_see_a_record(engine):
    """There a bare name is remarked on, a record warned about."""
    judge, text = judge_of_records(together={"algebra": 9}, alone={"algebra": 9}), "Emma and algebra"
    named = [Match("STUDENT_NAME", 0, 4, 0.9, "first name")]
    assert judge.weigh(named, reading_of(text, engine, message=True)) == named


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("Le dieron a mi Emma su plan 504 después de seis meses. Como mamá descanso", False),
        ("a minha Emma tirou 9 e reclamou que queria 10, puxou o pai", False),
        ("My Emma failed the math test, she is mine alright", False),
        ("My Emma in 4th period failed the math test", True),
        ("My student Emma failed the math test", True),
    ],
)
def test_of_ones_own_child_it_is_no_record(text, record, found):
    """The same words, told of the writer's own, of a pupil by first name, of a pupil called one."""
    assert bool(found(text, "STUDENT_RECORD")) is record


def test_a_story_is_worth_a_remark_and_no_more(engine):
    """However sure the judge is, the rule for stories only ever remarks."""
    story = judge_of(says={"potato": 120}, kind="STUDENT_ANECDOTE")
    (match,) = story.weigh([], reading_of("painted me as a potato", engine))
    assert match.score == REMARK


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("one glass of rioja tonight", True),
        ("three glasses of rioja tonight", False),
        ("one glass of rioja and a joint", False),
    ],
)
def test_a_single_glass_is_worth_a_remark(engine, text, remark):
    """As it is where a recognizer finds it."""
    (match,) = judge_of(says={"rioja": 120}, kind="SUBSTANCE").weigh([], reading_of(text, engine))
    assert (match.score == REMARK) is remark


def test_protected_speech_is_left_alone(engine):
    """Where a protected topic is touched the judge adds nothing about tone; where it is plain, nothing at all."""
    judge = judge_of(says={"clowns": 120})
    assert judge.weigh([], reading_of("These clowns again", engine))
    assert judge.weigh([], reading_of("Our union contract expired and these clowns laugh at class size", engine)) == []


def test_saying_it_again_adds_nothing(engine):
    """What a sentence says a little does not add up by repetition."""
    judge = judge_of(says={"couch": 6})
    assert judge.weigh([], reading_of("A couch. " * 5, engine)) == []


def test_long_texts_are_judged_by_stretches(engine):
    """Much innocent talk does not drown a sentence, and stretches cover the text."""
    text = "We read a chapter and went home. " * 40 + "What a walking couch."
    stretches = list(stretches_of(reading_of(text, engine)))
    assert all(it.end - it.start <= LONGEST for it in stretches)
    assert stretches[0].start == 0
    assert stretches[-1].end == len(text)


def test_the_account_is_a_feature(engine):
    """The same words may mean more on a professional account."""
    judge = judge_of(says={}, rows={named_row("account professional"): 100})
    assert judge.weigh([], reading_of("hello there", engine)) == []
    assert len(judge.weigh([], reading_of("hello there", engine, "professional"))) == 1


@pytest.mark.parametrize("text", ["", "…", "🙃", "a" * 5_000, "\ud800 couch"])
def test_odd_texts_are_judged_too(text, engine):
    """Nothing to read is no error."""
    assert judge_of(says={}).weigh([], reading_of(text, engine)) == []


def test_the_shipped_judge_fits_its_table():
    """Each kind has its column, and one more where a sentence by itself is judged."""
    judge = load_judge(JUDGE)
    assert judge._rows.shape == (
        1 << BITS,
        len(judge.kinds) + sum(it.alone is not None for it in judge.kinds.values()),
    )


def test_a_broken_judge_is_told_and_the_rest_works(tmp_path, names):
    """The engine says so, as of a missing model, and lists and roster go on."""
    from secondlook.detection.detect import detect

    (tmp_path / "kinds.json").write_text(json.dumps({"kinds": {}}), encoding="utf-8")
    engine = Engine(judge=tmp_path)
    engine.load()
    assert engine.names_state == "missing"
    assert "judge" in str(engine.problem)
    assert [it.kind for it in detect("So proud of Emma Rodrigues", names, engine).findings] == ["STUDENT_NAME"]


@pytest.mark.parametrize(
    "text", ["a", "we go", "so so so so", "the kindergarten kids humiliated # of them in humiliating ways"]
)
def test_rows_of_a_growing_sentence_are_those_of_the_whole(text):
    """A word more is worked out from what was there: the same rows, those of the end among them."""
    words, lasting = text.split(), set()
    for count in range(1, len(words) + 1):
        added, whole = added_rows(words[:count]), sentence_rows(words[:count])
        lasting |= added.lasting
        assert (lasting, set(added.of_end)) == (whole.lasting, set(whole.of_end))


@pytest.mark.parametrize("account", ["personal", "professional", "unknown"])
@pytest.mark.parametrize(
    "text",
    ["Go one of my students go", "So proud of one of my students today", "Que orgulho de um dos meus alunos hoje"],
)
def test_what_the_card_writes_is_no_story(engine, text, account):
    """Who lets us change a name into "one of my students" is not warned about these words in turn."""
    assert load_judge(JUDGE).weigh([], reading_of(text, engine, account)) == []

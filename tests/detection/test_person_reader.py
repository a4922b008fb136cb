"""The NER behind its gate and its memory: what is read, what is skipped, what is remembered, and how sure it is."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.read_corpus import read_corpus
from secondlook.detection.could_name import worth_reading
from secondlook.detection.detect import detect
from secondlook.detection.engine import Engine
from secondlook.detection.fold import fold
from secondlook.detection.lean_ner import lean
from secondlook.detection.names import NO_NAMES
from secondlook.detection.person_reader import fit_for_spacy
from secondlook.detection.reading import Reading
from secondlook.detection.settings import DetectionSettings


def reading_of(text: str, engine: Engine) -> Reading:
    """A reading without a roster."""
    return Reading(fold(text), NO_NAMES, engine.terms, DetectionSettings())


@pytest.fixture(scope="session")
def reader(engine):
    """The loaded engine's own."""
    return engine._analyzer._rim.reader


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("My student Zyverion lost his first tooth.", [0]),
        ("my student zyverion lost his first tooth", []),
        ("We had pancakes. My student Zyverion lost a tooth.", [1]),
        ("My student Deshawn lost his first tooth.", []),
        ("We had pancakes for breakfast with Wendy and Otto.", []),
        ("So proud of my students today!", []),
        ("my homeroom made a mess of the hallway", []),
        ("", []),
    ],
)
def test_only_sentences_that_can_matter_are_read(text, sentences, engine, reader):
    """A word with a capital that no list of first names has and a cue near it, or the sentence is skipped."""
    assert list(worth_reading(reading_of(text, engine), reader._lexicon)) == sentences


def test_reading_stops_a_few_words_after_the_last_possible_name(engine, reader, monkeypatch):
    """Typing on beyond that does not run the NER again, and the name is found all the same."""
    engine.forget()
    sentence = "My student Wendy Oliveira won the race against"
    reader.read(reading_of(sentence, engine))
    monkeypatch.setattr(reader, "_read", lambda _: pytest.fail("read again"))
    longer = reading_of(f"{sentence} all the others in the gym", engine)
    reader.read(longer)
    assert [longer.text[start:end] for start, end in longer.persons] == ["Wendy Oliveira"]
    engine.forget()


def test_names_come_with_their_sureness(engine, reader):
    """Every person has a score between a half and one, and the spans are those of the original text."""
    text = "🎉 My student Wendelma Oliveira won. So did my student Ottwinkel Brandt!"
    reading = reading_of(text, engine)
    reader.read(reading)
    assert [text[start:end] for start, end in reading.persons] == ["Wendelma Oliveira", "Ottwinkel Brandt"]
    assert set(reading.person_scores) == set(reading.persons)
    assert all(0.5 <= score <= 1 for score in reading.person_scores.values())


def test_score_is_the_chance_of_the_ner_s_own_steps(reader):
    """The scores worked out at once are those that spaCy's NER has when it goes step by step."""
    ner, scorer = reader.nlp.get_pipe("ner"), reader._scorer
    with reader.nlp.memory_zone():
        doc = reader.nlp("Then Wendy Oliveira told Otto about Boston")
        step, states, rows = ner.model.predict([doc]), ner.moves.init_batch([doc]), []
        while not states[0].is_final():
            scores = step.predict(states)
            rows.append(scores[0] - scores[0].max())
            ner.transition_states(states, scores)
        assert np.allclose(scorer._scores(doc), rows, atol=1e-4)


def test_the_lean_way_finds_what_spacy_finds(reader):
    """The shipped pipeline is read the lean way, with the same names and scores; a pipeline of another shape is not."""
    import spacy

    assert lean(spacy.blank("en")) is None
    posts = [post for post in read_corpus() if post.half == "tune"][
        ::3
    ]  # spaCy's own way takes minutes for all of them
    texts = [text for post in posts for text in [fit_for_spacy(post.text.strip())] if text]
    texts += [text.upper() for text in texts[:100]] + [
        "Maria  Silva\t(Otto)",
        "\u2003Wendy",
        ":-) @ana a.m. #TeamOtto",
        "J.P.'s",
    ]
    ours, scorer = lean(reader.nlp), reader._scorer
    for start in range(0, len(texts), 5):
        some = texts[start : start + 5]
        with reader.nlp.memory_zone():
            for text, names in zip(some, ours.names(some), strict=True):
                doc = reader.nlp(text)
                assert [it[:3] for it in names] == [(it.start_char, it.end_char, it.label_) for it in doc.ents], text
                assert np.allclose([it[3] for it in names], scorer.score(doc), atol=2e-3)


def test_the_lean_way_keeps_everyday_words_only(reader):
    """Nothing of a name, or of any word off the public list, stays behind."""
    ours = lean(reader.nlp)
    with reader.nlp.memory_zone():
        ours.names(["Today my student Wilhelmina Oakes-Brandt ran 12.7 seconds!"])
    assert "today" in {word.lower() for word in ours.words._kept}
    assert not any(word in kept for kept in ours.words._kept for word in ("Wilhelmina", "Oakes", "12.7"))


def test_what_was_read_is_remembered(engine, reader, monkeypatch):
    """The same sentence in another text is not read again, and gives the same names where it now stands."""
    engine.forget()
    sentence = "My student Wendy Oliveira won the race."
    first = reading_of(sentence, engine)
    reader.read(first)
    monkeypatch.setattr(reader, "_read", lambda _: pytest.fail("read again"))
    again = reading_of(f"What a day!\n{sentence}", engine)
    reader.read(again)
    assert again.persons == tuple((start + 12, end + 12) for start, end in first.persons)
    engine.forget()


def test_the_way_there_does_not_matter(engine, names):
    """A text typed word by word ends with the findings it has when it comes at once."""
    text = "So proud of my class. My student Wendy Oliveira and Emma Rodrigues got an A on the quiz! Mom called."
    engine.forget()
    at_once = detect(text, names, engine)
    engine.forget()
    words = text.split(" ")
    for count in range(1, len(words) + 1):
        typed = detect(" ".join(words[:count]), names, engine)
    assert typed == at_once

"""Names that the NER sees, sentence by sentence, each with how sure the NER is of it.

A sentence is read by itself, so what is said of it depends on nothing else and can be remembered: while somebody types,
only the sentence that changes is read again. What is remembered is offsets and scores under a keyed hash. Called by
`presidio_rim.py` with a spaCy pipeline; which sentences are worth reading is `could_name.py`'s to say.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from secondlook.detection.could_name import worth_reading
from secondlook.detection.lean_ner import lean
from secondlook.detection.ner_score import Scorer
from secondlook.detection.reading import Reading
from secondlook.keyed_memory import KeyedMemory

PERSON_LABELS = frozenset({"PERSON", "PER"})
_ENDLESS = re.compile(r"\S{80,}")
NOT_FOR_NAMES = ("second_look_lower_lemma",)
LIKELY = 0.3
"""A name less sure than this is not handed on. A whole name is as sure as its words multiplied, so that two of .6 are worth hearing of."""
REMEMBERED = 2_000
"""Sentences; a few hundred kilobytes at most."""

Scored = tuple[int, int, float]
"""Start and end in code points, and how sure the NER is, 0 to 1."""


class PersonReader:
    """The NER behind a memory. Thread-safe, as spaCy's memory zone is not: one text at a time."""

    def __init__(self, nlp: Any) -> None:
        self.nlp = nlp
        self._memory: KeyedMemory[tuple[Scored, ...]] = KeyedMemory(REMEMBERED)
        self._able = "ner" in nlp.pipe_names
        self._scorer = Scorer(nlp)
        self._lean = lean(nlp)
        self._lock = threading.Lock()
        names = nlp.get_pipe("second_look_name_lexicon") if "second_look_name_lexicon" in nlp.pipe_names else None
        self._lexicon: Mapping[str, str] = {} if names is None else names.table

    def forget(self) -> None:
        """Empties the memory."""
        self._memory.forget()
        if self._lean is not None:
            self._lean.words.forget()

    def read(self, reading: Reading) -> None:
        """Puts what the NER sees into `reading.persons` and `reading.person_scores`."""
        if not self._able:
            return
        spans = [_original(reading, *it) for it in worth_reading(reading, self._lexicon).items()]
        texts = [reading.text[start:end] for start, end in spans]
        found = {
            (start + first, start + last): score
            for (start, _), names in zip(spans, self._persons(texts), strict=True)
            for first, last, score in names
            if score >= LIKELY
        }
        reading.persons, reading.person_scores = tuple(sorted(found)), found

    @contextmanager
    def zone(self) -> Iterator[None]:
        """Where spaCy may see a text: alone, and forgetting its words afterwards."""
        with self._lock, self.nlp.memory_zone():
            yield

    def _persons(self, texts: Sequence[str]) -> list[tuple[Scored, ...]]:
        """What the NER sees in each sentence, read or remembered."""
        marks = [self._memory.mark(text) for text in texts]
        known = {mark: names for mark in marks if (names := self._memory.get(mark)) is not None}
        new = {mark: text for mark, text in zip(marks, texts, strict=True) if mark not in known}
        if new:
            with self.zone():
                for mark, names in zip(new, self._read([fit_for_spacy(text) for text in new.values()]), strict=True):
                    known[mark] = names
                    self._memory.keep(mark, names)
        return [known[mark] for mark in marks]

    def _read(self, texts: list[str]) -> list[tuple[Scored, ...]]:
        """The persons in all texts, together: the lean way, or a part at a time, which spares most of spaCy's work per text."""
        if self._lean is not None:
            found = self._lean.names(texts)
            return [tuple((a, b, sure) for a, b, label, sure in names if label in PERSON_LABELS) for names in found]
        docs = [self.nlp.make_doc(text) for text in texts]
        for name, part in self.nlp.pipeline:
            if name in NOT_FOR_NAMES:
                continue
            if hasattr(part, "predict"):
                part.set_annotations(docs, part.predict(docs))
            else:
                docs = [part(doc) for doc in docs]
        return [self._scored(doc) for doc in docs]

    def _scored(self, doc: Any) -> tuple[Scored, ...]:
        if not any(entity.label_ in PERSON_LABELS for entity in doc.ents):
            return ()
        return tuple(
            (entity.start_char, entity.end_char, score)
            for entity, score in zip(doc.ents, self._scorer.score(doc), strict=True)
            if entity.label_ in PERSON_LABELS
        )


def _original(reading: Reading, number: int, stop: int) -> tuple[int, int]:
    """A sentence's span up to `stop`, in code points of the original, without blanks at its ends."""
    start, end = reading.original_span(reading.sentences[number][0], stop)
    words = reading.text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def fit_for_spacy(text: str) -> str:
    """The same length without what spaCy stumbles over: halves of broken pairs (it stores words as UTF-8) and endless words.

    Its tokenizer takes one sign after the other from an endless word's ends, which takes time that grows with the square.
    """
    if not text.isascii():
        text = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return _ENDLESS.sub(lambda word: " " * len(word.group()), text)

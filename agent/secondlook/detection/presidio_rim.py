"""The rim where Presidio and spaCy begin: the only module that imports both, itself imported lazily by `engine.py`.

It builds a real `AnalyzerEngine` around a spaCy pipeline that is already loaded and our own recognizers, so nothing is
ever downloaded and no stock recognizer (tldextract behind e-mail, phone metadata of the world) runs. Decision logging
stays off.
"""

from __future__ import annotations

import logging
import os
import re
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

from secondlook.contract import Kind
from secondlook.detection.match import Match, Recognizer
from secondlook.detection.reading import Reading, current_reading
from secondlook.errors import ModelUnavailableError

os.environ.setdefault(
    "TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS", ""
)  # Presidio imports tldextract, which would ask the network

import spacy
from presidio_analyzer import (
    AnalysisExplanation,
    AnalyzerEngine,
    EntityRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

from secondlook.detection import lower_lemma, name_lexicon  # noqa: F401 - registers our spaCy factories, also when frozen

LANGUAGE = "en"
"""What Presidio calls every text; our recognizers read three languages at once and do not ask."""
PERSON_LABELS = frozenset({"PERSON", "PER"})
_ENDLESS = re.compile(r"\S{80,}")
NOT_NEEDED = ["tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "morphologizer"]

for _name in ("presidio-analyzer", "decision_process"):
    logging.getLogger(_name).setLevel(logging.WARNING)  # below that, Presidio writes words of the text


class SpacyRim(NlpEngine):
    """Presidio's view of a spaCy pipeline that we loaded ourselves."""

    def __init__(self, nlp: Any) -> None:
        self.nlp = nlp
        self._stop_words = frozenset(nlp.Defaults.stop_words)

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        """Always: the pipeline came loaded."""
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Runs the pipeline."""
        doc = self.nlp(text)
        return NlpArtifacts(
            entities=list(doc.ents),
            tokens=doc,
            tokens_indices=[token.idx for token in doc],
            lemmas=[token.lemma_ for token in doc],
            nlp_engine=self,
            language=language,
        )

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = 1,  # noqa: ARG002 - Presidio's signature
        n_process: int = 1,  # noqa: ARG002 - Presidio's signature
        **_: Any,
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """One after the other; we never batch."""
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:  # noqa: ARG002 - Presidio's signature
        """Whether the pipeline's language lists the word."""
        return word.lower() in self._stop_words

    def is_punct(self, word: str, language: str) -> bool:  # noqa: ARG002 - Presidio's signature
        """Whether no letter or digit is in it."""
        return not any(letter.isalnum() for letter in word)

    def get_supported_entities(self) -> list[str]:
        """None of its own: NER names become evidence inside our recognizers."""
        return []

    def get_supported_languages(self) -> list[str]:
        """The one name under which all texts run."""
        return [LANGUAGE]


class OursInPresidio(EntityRecognizer):
    """One of our recognizers as Presidio wants it; the reading of the moment comes by context variable."""

    name: str

    def __init__(self, name: str, ours: Recognizer) -> None:
        self._ours = ours
        super().__init__(supported_entities=[ours.kind], name=name, context=list(ours.context))

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:  # noqa: ARG002 - Presidio's signature
        """What our recognizer finds in the current reading."""
        keys = RecognizerResult
        return [
            RecognizerResult(
                entity_type=match.kind,
                start=match.start,
                end=match.end,
                score=match.score,
                analysis_explanation=AnalysisExplanation(self.name, match.score, textual_explanation=match.why),
                recognition_metadata={
                    keys.RECOGNIZER_NAME_KEY: self.name,
                    keys.RECOGNIZER_IDENTIFIER_KEY: self.id,
                    "evidence": match.why,
                },
            )
            for match in self._ours.find(current_reading.get())
        ]


class Analyzer:
    """Presidio's engine over our recognizers and a pipeline; a text at a time, as spaCy has one memory zone."""

    def __init__(self, nlp: Any, recognizers: dict[str, Recognizer]) -> None:
        rims = [OursInPresidio(name, ours) for name, ours in recognizers.items()]
        self._rim = SpacyRim(nlp)
        self._kinds: list[str] = sorted({ours.kind for ours in recognizers.values()})
        self._engine = AnalyzerEngine(
            registry=RecognizerRegistry(recognizers=rims, supported_languages=[LANGUAGE]),
            nlp_engine=self._rim,
            supported_languages=[LANGUAGE],
            log_decision_process=False,
        )
        self._lock = threading.Lock()

    def find(self, reading: Reading) -> list[Match]:
        """All matches in the reading, weak ones raised by Presidio where a context word stands before them.

        The memory zone lets spaCy forget every word of the text afterwards; without it the vocabulary would keep
        them.
        """
        text = fit_for_spacy(reading.text)
        token = current_reading.set(reading)
        try:
            with self._lock, self._rim.nlp.memory_zone():
                artifacts = self._rim.process_text(text, LANGUAGE)
                reading.persons = tuple(
                    (ent.start_char, ent.end_char) for ent in artifacts.entities if ent.label_ in PERSON_LABELS
                )
                results = self._engine.analyze(text, LANGUAGE, entities=self._kinds, nlp_artifacts=artifacts)
        finally:
            current_reading.reset(token)
        return [_match(result) for result in results]


def _match(result: RecognizerResult) -> Match:
    metadata = result.recognition_metadata
    kind = cast("Kind", result.entity_type)
    raised = metadata.get(RecognizerResult.IS_SCORE_ENHANCED_BY_CONTEXT_KEY)
    why = metadata.get("evidence", metadata.get(RecognizerResult.RECOGNIZER_NAME_KEY, ""))
    return Match(kind, result.start, result.end, round(result.score, 2), why + (" + context word" if raised else ""))


def fit_for_spacy(text: str) -> str:
    """The same length without what spaCy stumbles over: halves of broken pairs (it stores words as UTF-8) and endless words.

    Its tokenizer takes one sign after the other from an endless word's ends, which takes time that grows with the square.
    """
    if not text.isascii():
        text = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return _ENDLESS.sub(lambda word: " " * len(word.group()), text)


def load_pipeline(model: Path | str) -> Any:
    """A spaCy pipeline with person names and lemmas, from a folder or an installed package.

    Raises:
        ModelUnavailableError: it cannot be loaded, or finds no persons.

    """
    try:
        nlp: Any = spacy.load(model, exclude=NOT_NEEDED)
    except Exception as error:
        raise ModelUnavailableError("The name model is there but cannot be loaded.") from error
    labels = set(nlp.get_pipe("ner").labels) if "ner" in nlp.pipe_names else set()
    if not labels & PERSON_LABELS:
        raise ModelUnavailableError("The name model does not know persons.")
    if "second_look_lower_lemma" not in nlp.pipe_names:
        nlp.add_pipe("second_look_lower_lemma")
    _warm(nlp)
    with nlp.memory_zone():
        if not nlp("a student")[1].lemma_:
            raise ModelUnavailableError("The name model gives no lemmas.")
    return nlp


def _warm(nlp: Any) -> None:
    """Lets the tokenizer learn everyday words for good; all else it forgets after each check, and learning takes time."""
    if "second_look_name_lexicon" in nlp.pipe_names:
        words = nlp.get_pipe("second_look_name_lexicon").everyday
        nlp.make_doc(" ".join([*words, *(word.capitalize() for word in words)]))


def blank_pipeline() -> Any:
    """A pipeline without names, for when the model is missing: words and lemmas only."""
    nlp = spacy.blank(LANGUAGE)
    nlp.add_pipe("second_look_lower_lemma")
    return nlp

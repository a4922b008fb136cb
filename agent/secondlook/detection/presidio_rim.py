"""The rim where Presidio and spaCy begin: the only module that imports both, itself imported lazily by `engine.py`.

It builds a real `AnalyzerEngine` around a spaCy pipeline that is already loaded and our own recognizers, so nothing is
ever downloaded and no stock recognizer (tldextract behind e-mail, phone metadata of the world) runs. Decision logging
stays off.
"""

from __future__ import annotations

import logging
import os

# Before anything imports them: Presidio imports tldextract, which would ask the network; and NumPy's threads cost more
# than they bring on sentences, above all when the machine is busy.
os.environ.setdefault("TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS", "")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import spacy
from presidio_analyzer import (
    AnalysisExplanation,
    AnalyzerEngine,
    EntityRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from spacy.attrs import IS_SPACE, LOWER, NORM, PREFIX, SHAPE, SUFFIX

from secondlook.contract import Kind
from secondlook.detection import lower_lemma, name_lexicon  # noqa: F401 - registers our spaCy factories, also when frozen
from secondlook.detection.match import Asker, Match, Recognizer
from secondlook.detection.person_reader import PERSON_LABELS, PersonReader, fit_for_spacy
from secondlook.detection.reading import Reading
from secondlook.errors import ModelUnavailableError

LANGUAGE = "en"
"""What Presidio calls every text; our recognizers read three languages at once and do not ask."""
OUR_NAME = "second_look_names"
LOOKED_AT = frozenset({LOWER, NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE})
"""Of a word, by our model and spaCy's NER."""
NOT_NEEDED = ["tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "morphologizer"]

for _name in ("presidio-analyzer", "decision_process"):
    logging.getLogger(_name).setLevel(logging.WARNING)  # below that, Presidio writes words of the text


class SpacyRim(NlpEngine):
    """Presidio's view of a spaCy pipeline that we loaded ourselves."""

    def __init__(self, nlp: Any) -> None:
        self.nlp = nlp
        self.reader = PersonReader(nlp)
        self._stop_words = frozenset(nlp.Defaults.stop_words)

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        """Always: the pipeline came loaded."""
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Runs the whole pipeline; our own checks let `PersonReader` run it instead, and only where it matters."""
        return self._artifacts(self.nlp(text), language)

    def words(self, text: str) -> NlpArtifacts:
        """Words and lemmas alone, without the NER."""
        return self._artifacts(lower_lemma.lower_lemma(self.nlp.make_doc(text)), LANGUAGE)

    def _artifacts(self, doc: Any, language: str) -> NlpArtifacts:
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


found_now: ContextVar[list[tuple[str, Match]]] = ContextVar("found_now")
"""What our recognizers found in the text of the moment; Presidio hands its recognizers that text and nothing else."""


class OursInPresidio(EntityRecognizer):
    """Some of our recognizers as one of Presidio's: hands over what they found.

    Those without context words share one, since Presidio's own work grows with the number of recognizers.
    """

    name: str

    def __init__(self, name: str, ours: dict[str, Recognizer]) -> None:
        self._ours = frozenset(ours)
        kinds: list[str] = sorted({one.kind for one in ours.values()})
        context = [word for one in ours.values() for word in one.context]
        super().__init__(supported_entities=kinds, name=name, context=context)

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:  # noqa: ARG002 - Presidio's signature
        """What our recognizers found."""
        return [self._result(name, match) for name, match in found_now.get() if name in self._ours]

    def _result(self, name: str, match: Match) -> RecognizerResult:
        keys = RecognizerResult
        return RecognizerResult(
            entity_type=match.kind,
            start=match.start,
            end=match.end,
            score=match.score,
            analysis_explanation=AnalysisExplanation(name, match.score, textual_explanation=match.why),
            recognition_metadata={
                keys.RECOGNIZER_NAME_KEY: name,
                keys.RECOGNIZER_IDENTIFIER_KEY: self.id,
                "evidence": match.why,
            },
        )


def in_presidio(recognizers: dict[str, Recognizer]) -> list[EntityRecognizer]:
    """All our recognizers: each with context words by itself, the others together."""
    plain = {name: one for name, one in recognizers.items() if not one.context}
    made: list[EntityRecognizer] = [
        OursInPresidio(name, {name: one}) for name, one in recognizers.items() if one.context
    ]
    return [*made, OursInPresidio("second_look", plain)] if plain else made


class OurRegistry(RecognizerRegistry):
    """All our recognizers for every text; Presidio would choose them anew each time."""

    def get_recognizers(self, *_: Any, **__: Any) -> list[EntityRecognizer]:
        """Every one there is."""
        return cast("list[EntityRecognizer]", self.recognizers)


class OnlyWhereItCounts(LemmaContextAwareEnhancer):
    """Presidio's context enhancer, run only when one of the results has context words that could raise it."""

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """As Presidio's; words and lemmas of the text are looked up here, once they are needed."""
        raised = {one.id for one in recognizers if one.context}
        key = RecognizerResult.RECOGNIZER_IDENTIFIER_KEY
        if not any(result.recognition_metadata[key] in raised for result in raw_results):
            return raw_results
        rim: SpacyRim = nlp_artifacts.nlp_engine
        with rim.reader.zone():
            words = rim.words(text)
            return super().enhance_using_context(text, raw_results, words, recognizers, context)


class Analyzer:
    """Presidio's engine over our recognizers and a pipeline."""

    def __init__(self, nlp: Any, recognizers: dict[str, Recognizer]) -> None:
        self._rim = SpacyRim(nlp)
        self._asker = Asker(recognizers)
        self._raised = frozenset(name for name, one in recognizers.items() if one.context)
        self._kinds: list[str] = sorted({ours.kind for ours in recognizers.values()})
        self._engine = AnalyzerEngine(
            registry=OurRegistry(recognizers=in_presidio(recognizers), supported_languages=[LANGUAGE]),
            nlp_engine=self._rim,
            supported_languages=[LANGUAGE],
            log_decision_process=False,
            context_aware_enhancer=OnlyWhereItCounts(),
        )
        self._nothing_yet = NlpArtifacts([], nlp.make_doc(""), [], [], self._rim, LANGUAGE)
        """Our recognizers read our own reading; only the enhancer asks for spaCy's words, and makes them itself."""

    def forget(self) -> None:
        """Lets go of what is remembered of earlier texts."""
        self._rim.reader.forget()

    def find(self, reading: Reading) -> list[Match]:
        """All matches in the reading, weak ones raised by Presidio where a context word stands before them.

        Presidio is not asked about a text in which nothing was found, or one thing alone that no context word could raise:
        it has nothing to weigh there.
        """
        self._rim.reader.read(reading)
        found = list(self._asker.matches(reading))
        if not found or (len(found) == 1 and found[0][0] not in self._raised):
            return [replace(match, score=round(match.score, 2)) for _, match in found]
        token = found_now.set(found)
        try:
            text = fit_for_spacy(reading.text)
            results = self._engine.analyze(text, LANGUAGE, entities=self._kinds, nlp_artifacts=self._nothing_yet)
        finally:
            found_now.reset(token)
        return [_match(result) for result in results]


def _match(result: RecognizerResult) -> Match:
    metadata = result.recognition_metadata
    kind = cast("Kind", result.entity_type)
    raised = metadata.get(RecognizerResult.IS_SCORE_ENHANCED_BY_CONTEXT_KEY)
    why = metadata.get("evidence", metadata.get(RecognizerResult.RECOGNIZER_NAME_KEY, ""))
    return Match(kind, result.start, result.end, round(result.score, 2), why + (" + context word" if raised else ""))


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
    _spare(nlp)
    _warm(nlp)
    with nlp.memory_zone():
        if not nlp("a student")[1].lemma_:
            raise ModelUnavailableError("The name model gives no lemmas.")
    return nlp


def _spare(nlp: Any) -> None:
    """Lets our own pipeline work out of a new word only what it looks at; spaCy else asks whether it is like a link, and so on."""
    if nlp.meta.get("name") == OUR_NAME:
        nlp.vocab.lex_attr_getters = {
            attribute: getter for attribute, getter in nlp.vocab.lex_attr_getters.items() if attribute in LOOKED_AT
        }


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

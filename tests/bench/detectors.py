"""The two sides that `make quality` and `make bench` compare: ours, whole, and stock Presidio around the same spaCy pipeline."""

from __future__ import annotations

import importlib
from datetime import datetime
from typing import Any

from bench.scoring import Answer
from corpus.read_corpus import ROSTER, Expected, Post
from secondlook.calendar.hours import SCHOOL_ZONE
from secondlook.checker import Asked, Checker, Parts
from secondlook.config import shipped
from secondlook.contract import Attempt
from secondlook.detection.engine import SHIPPED_MODEL, Engine
from secondlook.facts import Profile
from secondlook.policy.load import load_policy
from secondlook.rosters import Rosters, rosters_of_files

SATURDAY = datetime(2026, 10, 17, 11, 0, tzinfo=SCHOOL_ZONE)
"""No work day, so that no remark about the time mixes with the verdicts on words."""


class Ours:
    """Second Look as it ships, with the corpus roster unless another one is given."""

    name = "Second Look"

    def __init__(self, rosters: Rosters | None = None) -> None:
        engine = Engine()
        engine.load()
        rosters = rosters or rosters_of_files(ROSTER / "users.csv", ROSTER / "staff.csv")
        parts = Parts(
            engine=engine,
            policy=load_policy(shipped("shared_rules")),
            names=rosters.names,
            roster=rosters.state,
            settings=rosters.settings,
        )
        self.checker = Checker(parts)

    def answer(self, post: Post) -> Answer:
        """Findings and verdict on one post."""
        row = {name: value for name, value in post.attempt.items() if name not in ("id", "at", "profile")}
        attempt = Attempt.model_validate(row)
        at = datetime.fromisoformat(post.attempt["at"]) if "at" in post.attempt else SATURDAY
        profile = Profile.model_validate(post.attempt.get("profile", {}))
        decision = self.checker.check(attempt, Asked(at=at, profile=profile))
        units = _code_points(post.text)
        spans = tuple(Expected(it.kind, units[it.start], units[it.end]) for it in decision.findings)
        return Answer(spans, decision.verdict)


class StockPresidio:
    """`AnalyzerEngine` with its default English recognizers around our name model: every PERSON is taken for a student."""

    name = "stock Presidio, same model"

    def __init__(self) -> None:
        # First of all: it registers the model's components, and tells tldextract, which Presidio imports and which looks once
        # when it is imported, to take the suffix list that it carries and ask no network.
        importlib.import_module("secondlook.detection.presidio_rim")
        import spacy
        from presidio_analyzer import AnalyzerEngine
        from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

        class Loaded(SpacyNlpEngine):
            """Stock engine, model from a path instead of a download."""

            def __init__(self) -> None:
                super().__init__(ner_model_configuration=NerModelConfiguration(labels_to_ignore=["ORG", "LOC"]))
                self.nlp = {"en": spacy.load(SHIPPED_MODEL)}

        self.engine: Any = AnalyzerEngine(nlp_engine=Loaded(), supported_languages=["en"])

    def answer(self, post: Post) -> Answer:
        """PERSON stands for a student's name, any id, birth date or phone-like entity for a record."""
        spans = []
        for result in self.engine.analyze(post.text, language="en"):
            kind = "STUDENT_NAME" if result.entity_type == "PERSON" else "OTHER"
            spans.append(Expected(kind, result.start, result.end))
        names = tuple(span for span in spans if span.kind == "STUDENT_NAME")
        verdict = "allow" if not names else "inform" if post.attempt["action"] == "message" else "warn"
        return Answer(names, verdict)


def _code_points(text: str) -> dict[int, int]:
    """UTF-16 offset -> code point offset, for every character border."""
    borders, units = {0: 0}, 0
    for index, letter in enumerate(text, 1):
        units += 2 if ord(letter) > 0xFFFF else 1
        borders[units] = index
    return borders

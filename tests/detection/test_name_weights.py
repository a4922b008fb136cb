"""What cues around names are worth: every cue has a worth, and sums are probabilities."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondlook.detection.cue_families import FAMILIES, NAMESAKE, SAID_OF_STAFF
from secondlook.detection.name_cues import of_namesake
from secondlook.detection.name_weights import FILE, log_odds, name_weights, probability, told

BY_HAND = Path(__file__).resolve().parents[1] / "bench" / "name_weights_by_hand.json"


def test_every_cue_set_by_hand_is_fitted():
    """The shipped weights cover the very cues that were set by hand, so that no cue counts for nothing unseen; a namesake's as well."""
    by_hand = set(json.loads(BY_HAND.read_text("utf-8")))
    namesakes = of_namesake(cue for cue in by_hand if not cue.startswith("namesake_"))
    assert set(json.loads(FILE.read_text(encoding="utf-8"))["weights"]) == by_hand | set(namesakes)


@pytest.mark.parametrize("level", ["same", "near", "far"])
def test_every_family_has_a_worth(level: str):
    """A family of cues weighs in its sentence, the next one and the text; so do those read differently of shared names."""
    weights = name_weights()
    assert {f"{family}_{level}" for family in FAMILIES} <= set(weights)
    plain = {"strong", "praise", "team", "adult"}
    assert {f"shared_{family}_{level}" for family in SAID_OF_STAFF if family in plain} <= set(weights)


def test_a_namesake_has_cues_of_its_own():
    """A class reads about figures, so it speaks less for a pupil; what stands beside a pupil's name still does."""
    assert of_namesake(("full", NAMESAKE, "before")) == ("namesake_full", NAMESAKE, "namesake_before")
    weights = name_weights()
    assert weights[NAMESAKE] < -2
    assert weights["namesake_weak_1"] < weights["namesake_before"]


def test_school_speaks_for_and_home_against():
    """Whatever the corpus says, class beside a name speaks for a pupil, and a relation or a title against one."""
    weights = name_weights()
    assert min(weights[cue] for cue in ("strong_same", "before", "after", "grade_after", "pupil_after", "again")) > 0.5
    assert max(weights[cue] for cue in ("kin_before", "title", "family_same", "home_same", "place")) < -0.5


def test_a_full_name_begins_with_its_own_likelihood():
    """Without cues a roster score is the likelihood, and unknown cues change nothing."""
    assert probability(log_odds((), 0.9)) == pytest.approx(0.9)
    assert log_odds(("no such cue",), 0.0) == 0.0


def test_the_weightiest_cues_are_told():
    """The evidence names the cues that weighed most, and no more than asked."""
    line = told(("weak_1", "grade_after", "kin_before"), most=2)
    assert line.count(",") == 1
    assert "weak" not in line

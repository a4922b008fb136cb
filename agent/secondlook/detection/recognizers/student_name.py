"""A student's name (policy IHB, D-student-info, E-student-pii). Employees are never found here.

A full name of the roster in any form; a lone first name; a name off the roster that the NER or a cue shows. Each is a
candidate (`name_candidates.py`), the cues around it (`name_cues.py`) are weighed and summed (`name_weights.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from secondlook.contract import Kind
from secondlook.detection.cue_families import NAMESAKE
from secondlook.detection.match import Match
from secondlook.detection.name_candidates import Candidate, Sort, candidates, rows
from secondlook.detection.name_context import NameContext, Span
from secondlook.detection.name_cues import company, cues, of_namesake
from secondlook.detection.name_weights import log_odds, probability, told
from secondlook.detection.reading import Reading

NEEDED = 0.6
"""A candidate less likely than this is handed on as too weak, so that `rules explain` can show it. Of .4 to .7, on voices that no
weight has seen, here recall and precision are both above .95."""
WORTH_TELLING, TOO_WEAK = 0.1, 0.3
SURE, RULED_OUT = 1.0, -1.0
"""Log-odds from which a name speaks for, or against, the other names around it."""
MOST_WITHOUT_FULL_NAME = 0.89
"""Nothing but a full name is ever called a student's outright."""
NAMES: dict[Sort, str] = {
    "full": "name",
    "first": "first name",
    "surname": "surname",
    "ner": "NER",
    "said": "named by a cue",
    "listed": "listed first name",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with all its cues and their sum in log-odds."""

    candidate: Candidate
    cues: tuple[str, ...]
    odds: float


class StudentNameRecognizer:
    """Names of current students; a bare first name or an NER name counts only with school context."""

    kind: Kind = "STUDENT_NAME"
    context: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    signs: str = ""

    def find(self, reading: Reading) -> list[Match]:
        """Student names in order of start."""
        return [self._match(it) for it in reading.weighed_names if probability(it.odds) >= WORTH_TELLING]

    def _match(self, weighed: Weighed) -> Match:
        one, likely = weighed.candidate, probability(weighed.odds)
        hit = one.hit
        full = one.sort == "full" and hit is not None and hit.form != "handle"
        score = min(likely, hit.score if full and hit else MOST_WITHOUT_FULL_NAME)
        if likely < NEEDED:
            score = min(score, TOO_WEAK)
        form = f" ({hit.form})" if full and hit else ""
        return Match(self.kind, one.start, one.end, round(score, 2), f"{NAMES[one.sort]}{form}: {told(weighed.cues)}")


@dataclass(frozen=True, slots=True)
class Gathered:
    """All candidates of a text with the cues of each by itself, before anything is weighed.

    Attributes:
        alone: each candidate with its own cues.
        rows: the row of names each stands in.
        first: the first word of each, by span.

    """

    alone: list[tuple[Candidate, tuple[str, ...]]]
    rows: dict[Span, list[Candidate]]
    first: dict[Span, str]


NOBODY = Gathered([], {}, {})


def gather(reading: Reading) -> Gathered:
    """The candidates of a text and their cues, which no weight changes."""
    around = NameContext(reading)
    found = candidates(around)
    if not found:
        return NOBODY
    alone = [(one, tuple(cues(around, one))) for one in found]
    return Gathered(alone, rows(around, found), {one.span: around.first_word(one.span) for one in found})


def weigh(reading: Reading) -> list[Weighed]:
    """Every candidate with its cues and what they are worth."""
    return judge(gather(reading))


def judge(gathered: Gathered, weights: Mapping[str, float] | None = None) -> list[Weighed]:
    """Every candidate with its cues: first by itself, then with what surer names around it say.

    Args:
        gathered: the candidates of one text.
        weights: other than the shipped ones, for fitting.

    """
    shared = {one.span for one, its in gathered.alone if NAMESAKE in its}
    alone = {one.span: of_namesake(its) if one.span in shared else its for one, its in gathered.alone}
    odds = {one.span: log_odds(alone[one.span], _roster(one), weights) for one, _ in gathered.alone}
    sure = {span for span, value in odds.items() if value >= SURE}
    weighed = []
    for one, its in gathered.alone:
        elsewhere = _elsewhere(gathered.first, one.span, odds)
        added = tuple(company(gathered.rows[one.span], one, its, sure, elsewhere))
        added = of_namesake(added) if one.span in shared else added
        weighed.append(Weighed(one, alone[one.span] + added, odds[one.span] + log_odds(added, 0.0, weights)))
    return weighed


def _elsewhere(first: Mapping[Span, str], span: Span, odds: Mapping[Span, float]) -> str:
    """What the same first name elsewhere in the text says: "again" when it is surely a pupil's, "ruled_out" when surely none's."""
    others = [odds[other] for other in first if other != span and first[other] == first[span]]
    if any(value >= SURE for value in others):
        return "again"
    return "ruled_out" if any(value <= RULED_OUT for value in others) else ""


def _roster(one: Candidate) -> float:
    return one.hit.score if one.sort == "full" and one.hit else 0.0

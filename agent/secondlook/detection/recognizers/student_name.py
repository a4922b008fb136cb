"""A student's name (policy IHB, D-student-info, E-student-pii). Employees are never found here.

A full name of the roster in any form; a lone first name; a name off the roster that the NER or a cue shows. Each is a
candidate (`name_candidates.py`), the cues around it (`name_cues.py`) are weighed and summed (`name_weights.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondlook.contract import Kind
from secondlook.detection.cue_families import NAMESAKE
from secondlook.detection.match import Match
from secondlook.detection.name_candidates import Candidate, Sort, candidates, rows
from secondlook.detection.name_context import NameContext, Span
from secondlook.detection.name_cues import company, cues, of_namesake
from secondlook.detection.name_weights import log_odds, probability, told
from secondlook.detection.name_words import NameRows, NameWords, name_rows, name_words
from secondlook.detection.reading import Reading

NEEDED = 0.83
"""A candidate less likely than this is handed on as too weak, so that `rules explain` can show it. From .5 on the share of right
verdicts is much the same; in voices that strangers wrote, here .96 of the names are found, .98 of those told are names, and fewer
than 2 % of the innocent posts are warned about. On voices nothing was learnt of the likelihoods are a little too sure: at .75 more
than 2 % of the innocent posts are warned about, at .85 fewer than .95 of the names may be found."""
WORTH_TELLING, TOO_WEAK = 0.1, 0.3
SURE, RULED_OUT = 1.0, -1.0
"""Log-odds from which a name speaks for, or against, the other names around it."""
DOUBT = 4.0
"""Log-odds of the cues, for or against, beyond which the words around are not asked: on voices left out they changed nothing there."""
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
    """A candidate with all its cues and how likely it is a pupil's, in log-odds.

    Attributes:
        odds: what the cues and the words around say together.
        words: what of that is owed to the words around; nothing where they were not asked.

    """

    candidate: Candidate
    cues: tuple[str, ...]
    odds: float
    words: float = 0.0


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
        around = f", words around {weighed.words:+.1f}" if weighed.words else ""
        why = f"{NAMES[one.sort]}{form}: {told(weighed.cues)}{around}"
        return Match(self.kind, one.start, one.end, round(score, 2), why)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All candidates of a text with the cues of each by itself, before anything is weighed.

    Attributes:
        alone: each candidate with its own cues.
        rows: the row of names each stands in.
        first: the first word of each, by span.
        reading: the text; None where there is no candidate.

    """

    alone: list[tuple[Candidate, tuple[str, ...]]]
    rows: dict[Span, list[Candidate]]
    first: dict[Span, str]
    reading: Reading | None = None

    def words(self, asked: Iterable[Span]) -> Mapping[Span, NameRows]:
        """The rows of the words around some of the candidates."""
        return name_rows(self.reading, self.first, asked) if self.reading else {}


NOBODY = Gathered([], {}, {})


def gather(reading: Reading) -> Gathered:
    """The candidates of a text and their cues, which no weight changes."""
    around = NameContext(reading)
    found = candidates(around)
    if not found:
        return NOBODY
    alone = [(one, tuple(cues(around, one))) for one in found]
    return Gathered(alone, rows(around, found), {one.span: around.first_word(one.span) for one in found}, reading)


def weigh(reading: Reading) -> list[Weighed]:
    """Every candidate with its cues and what they are worth."""
    return judge(gather(reading), words=name_words())


def judge(
    gathered: Gathered, weights: Mapping[str, float] | None = None, words: NameWords | None = None
) -> list[Weighed]:
    """Every candidate with its cues: first by itself, then with what surer names around it say.

    Args:
        gathered: the candidates of one text.
        weights: other than the shipped ones, for fitting.
        words: what the words around say; nothing, for fitting what the cues do.

    """
    shared = {one.span for one, its in gathered.alone if NAMESAKE in its}
    alone = {one.span: of_namesake(its) if one.span in shared else its for one, its in gathered.alone}
    odds = {one.span: log_odds(alone[one.span], _roster(one), weights) for one, _ in gathered.alone}
    sure = {span for span, value in odds.items() if value >= SURE}
    full = {one.span for one, _ in gathered.alone if one.sort == "full"}
    weighed = []
    for one, its in gathered.alone:
        elsewhere = _elsewhere(gathered.first, one.span, odds, full)
        added = tuple(company(gathered.rows[one.span], one, its, sure, elsewhere))
        added = of_namesake(added) if one.span in shared else added
        together = odds[one.span] + log_odds(added, 0.0, weights)
        weighed.append(Weighed(one, alone[one.span] + added, together))
    return weighed if words is None else _with_words(gathered, weighed, words)


def _with_words(gathered: Gathered, weighed: list[Weighed], words: NameWords) -> list[Weighed]:
    """The same, with what the words around say of those of which the cues leave a doubt."""
    rows = gathered.words(it.candidate.span for it in weighed if abs(it.odds) <= DOUBT)
    return [_with(it, rows[it.candidate.span], words) if it.candidate.span in rows else it for it in weighed]


def _with(weighed: Weighed, rows: NameRows, words: NameWords) -> Weighed:
    odds = words.log_odds(weighed.odds, rows)
    return Weighed(weighed.candidate, weighed.cues, odds, odds - weighed.odds)


def _elsewhere(first: Mapping[Span, str], span: Span, odds: Mapping[Span, float], full: set[Span]) -> str:
    """What the same first name elsewhere in the text says: "again" when it is surely a pupil's, "ruled_out" when surely none's.

    "again_after_full" where that is a pupil's full name: who writes "Emma Rodrigues" means her by "Emma" too.
    """
    others = [other for other in first if other != span and first[other] == first[span]]
    sure = [other for other in others if odds[other] >= SURE]
    if sure:
        return "again_after_full" if not full.isdisjoint(sure) else "again"
    return "ruled_out" if any(odds[other] <= RULED_OUT for other in others) else ""


def _roster(one: Candidate) -> float:
    return one.hit.score if one.sort == "full" and one.hit else 0.0

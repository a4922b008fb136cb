"""Text -> findings.

Fold once, let the recognizers read, merge what overlaps, drop what the settings make innocent, count in UTF-16.
Pure: no clock, no file, no network; the engine and the name book come in as arguments. What it returns holds offsets
and scores, never words. Called by the checker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from secondlook.contract import Finding, Kind
from secondlook.detection.engine import Engine
from secondlook.detection.fold import fold
from secondlook.detection.match import Match
from secondlook.detection.names import NameBook
from secondlook.detection.offsets import Utf16
from secondlook.detection.reading import Reading
from secondlook.detection.sentences import pieces
from secondlook.detection.settings import DetectionSettings
from secondlook.detection.suppress import innocent
from secondlook.detection.telling_words import TOLD, with_telling_words
from secondlook.detection.topics import topics

PIECE = 2_000
"""Code points read at once; a longer text is cut between sentences, so that time grows with length and no faster."""
FLOOR = 0.35
"""A match below it is a mere shape without any support."""
JOINED = "joined with a surer one"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One match and what became of it, for `rules explain` only. Offsets in UTF-16.

    Attributes:
        why: which evidence carried it, in words of ours.
        dropped: why it is no finding ("" = it is one).

    """

    kind: Kind
    start: int
    end: int
    score: float
    why: str
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class Detection:
    """What was recognised in one text.

    Attributes:
        findings: sorted by start, in UTF-16, no two of a kind overlapping.
        protected: how surely the text speaks of a protected topic, 0 to 1.
        evidence: every match, kept or not.
        topics: what else it speaks of, by name, 0 to 1 (`topics.py`).

    """

    findings: tuple[Finding, ...]
    protected: float
    evidence: tuple[Evidence, ...]
    topics: Mapping[str, float] = field(default_factory=dict)


def detect(text: str, names: NameBook, engine: Engine, settings: DetectionSettings | None = None) -> Detection:
    """All findings in `text`.

    Args:
        text: as typed, any length up to `contract.MAX_TEXT`; longer ones only take longer.
        names: the rosters of the moment.
        engine: loaded or still loading.
        settings: what the district and the account make innocent.

    """
    settings = settings or DetectionSettings()
    units = Utf16(text)
    evidence: list[Evidence] = []
    protected = 0.0
    spoken: dict[str, float] = {}
    for start, end in pieces(text, PIECE):
        found, score, more = _read(text[start:end], names, engine, settings)
        protected = max(protected, score)
        spoken |= {name: max(sure, spoken.get(name, 0.0)) for name, sure in more.items()}
        evidence += [
            Evidence(it.kind, units.at(it.start + start), units.at(it.end + start), it.score, it.why, it.dropped)
            for it in found
        ]
    evidence.sort(key=lambda it: (it.start, -it.end))
    findings = tuple(
        Finding(kind=it.kind, start=it.start, end=it.end, score=it.score) for it in evidence if not it.dropped
    )
    return Detection(findings, protected, tuple(evidence), spoken)


def _read(
    text: str, names: NameBook, engine: Engine, settings: DetectionSettings
) -> tuple[list[Evidence], float, dict[str, float]]:
    """One piece: its evidence in code points of the piece, its protected score and its topics."""
    folded = fold(text)
    if not folded.text.strip():
        return [], 0.0, {}
    reading = Reading(folded, names, engine.terms, settings)
    matches = engine.find(reading)
    return list(_weighed(matches, reading)), reading.protected, topics(reading)


def _weighed(matches: list[Match], reading: Reading) -> Iterator[Evidence]:
    """Each match with its fate: too weak, innocent, inside a better one of its kind, or a finding."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda it: (-it.score, it.start, it.start - it.end)):
        if dropped := "too weak" if match.score < FLOOR else innocent(match, reading):
            yield _evidence(match, dropped)
            continue
        told = with_telling_words(match, reading)
        same = [other for other in kept if _same(told, other)]
        if not same:
            kept.append(told)
            continue
        if told.kind in TOLD:
            kept = [it for it in kept if it not in same] + [_together([*same, told])]
            yield from (_evidence(it, JOINED) for it in same[1:])
        yield _evidence(match, JOINED)
    yield from (_evidence(match) for match in kept)


def _together(parts: list[Match]) -> Match:
    """Overlapping parts of what is told, as the one thing they are; of overlapping names the surer one has the right ends."""
    surest = max(parts, key=lambda it: it.score)
    return replace(surest, start=min(it.start for it in parts), end=max(it.end for it in parts))


def _evidence(match: Match, dropped: str = "") -> Evidence:
    return Evidence(match.kind, match.start, match.end, match.score, match.why, dropped)


def _same(match: Match, other: Match) -> bool:
    """Whether they tell the same thing; a name within a student's address is told with it."""
    one = match.kind == other.kind or (match.kind == "STUDENT_NAME" and other.kind == "STUDENT_ID")
    return one and match.start < other.end and other.start < match.end

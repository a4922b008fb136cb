"""Reads the corpus: marked posts become Attempts with expected Findings, split in a tune and a check half.

Used by `make quality` and by the corpus tests; knows no recogniser. The split is a hash of the id, so a post never changes sides.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

CORPUS = Path(__file__).resolve().parent
ROSTER = CORPUS / "roster"
MARK = re.compile(r"\[\[([A-Z_]+)\|(.+?)\]\]", re.DOTALL)
FIELDS = {"id", "lang", "action", "account", "audience", "target", "expect", "forms", "post", "profile", "at"}


@dataclass(frozen=True)
class Expected:
    """A span that must be found, in code points of the plain text, end exclusive."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Post:
    """One corpus line without its marks.

    Attributes:
        attempt: the attempt as `secondlook check --jsonl` takes it (with `at` and `profile` where the line has them).
        verdict: what the whole policy should say.
        topic: folder and file, such as `a/praise`.
    """

    id: str
    topic: str
    language: str
    forms: tuple[str, ...]
    text: str
    expected: tuple[Expected, ...]
    verdict: str
    attempt: dict[str, Any]

    @property
    def half(self) -> Literal["tune", "check"]:
        """The side of the split: half of all ids each."""
        return "tune" if hashlib.sha256(self.id.encode()).digest()[0] < 128 else "check"


def unmark(marked: str) -> tuple[str, tuple[Expected, ...]]:
    """Take the marks out of a post.

    Raises:
        ValueError: when a bracket is left over, that is, a mark is malformed.
    """
    plain, expected, at = "", [], 0
    for match in MARK.finditer(marked):
        plain += marked[at : match.start()]
        expected.append(Expected(match[1], len(plain), len(plain) + len(match[2])))
        plain += match[2]
        at = match.end()
    plain += marked[at:]
    if "[[" in plain or "]]" in plain:
        raise ValueError("a mark is malformed")
    return plain, tuple(expected)


def read_post(line: str, topic: str) -> Post:
    """One line of a corpus file.

    Raises:
        ValueError: when a field is unknown or missing, or a mark malformed.
    """
    row = json.loads(line)
    if unknown := set(row) - FIELDS:
        raise ValueError(f"unknown fields {sorted(unknown)}")
    text, expected = unmark(row["post"])
    attempt = {
        "id": row["id"],
        "action": row.get("action", "post"),
        "site": "facebook",
        "text": text,
        "account": {"kind": row.get("account", "personal")},
    }
    attempt |= {name: row[name] for name in ("audience", "target", "profile", "at") if name in row}
    return Post(row["id"], topic, row["lang"], tuple(row["forms"]), text, expected, row["expect"], attempt)


def read_corpus(folder: Path = CORPUS / "posts") -> Iterator[Post]:
    """Every post of the corpus, file by file.

    Raises:
        ValueError: naming file and line of the first malformed one.
    """
    for path in sorted(folder.rglob("*.jsonl")):
        topic = path.relative_to(folder).with_suffix("").as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                try:
                    yield read_post(line, topic)
                except (ValueError, KeyError) as error:
                    raise ValueError(f"{path.name}:{number}: {error}") from error

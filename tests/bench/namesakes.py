"""The corpus as a school sees it whose pupils share the names of public figures; the corpus's own roster has few such pupils.

Two kinds of posts: innocent ones as they are, where every figure they name in full has a namesake on the roster, and a share of those
about pupils, with the pupil's full name changed for a figure's. The same every time. Nothing is kept: the roster is invented in
memory. Called by `name_weights.py`, which learns from the tune half, and by `quality.py`, which shows the check half.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.read_corpus import ROSTER, Expected, Post
from secondlook.config import shipped
from secondlook.detection.cue_families import STAR_GROUPS
from secondlook.detection.fold import fold
from secondlook.rosters import Rosters, rosters_of_files

SHARE = 2
"""Of the posts about a pupil named in full, one in so many is told of a namesake."""
LONGEST = 3
"""Words in a figure's name; one word alone is no full name."""
_WORD = re.compile(r"\w[\w'.-]*\w|\w")
_SMALL = frozenset({"da", "de", "del", "do", "dos", "la", "van", "von"})


@dataclass(frozen=True)
class NamesakeSchool:
    """A roster with namesakes, and posts for it."""

    rosters: Rosters
    innocent: list[Post]
    about_pupils: list[Post]


def namesake_school(posts: list[Post]) -> NamesakeSchool:
    """The school of those figures that innocent posts among `posts` name in full."""
    pupils = _pupils()
    figures = _figures() - {fold(name).text for name in pupils}
    innocent = []
    by_language: dict[str, set[str]] = {}
    for post in posts:
        named = set(_named(post.text, figures)) if post.verdict == "allow" else set()
        if named:
            innocent.append(post)
            by_language.setdefault(post.language, set()).update(named)
    pools = {language: sorted(names) for language, names in by_language.items()}
    about = [told for post in posts if post.language in pools for told in _told_of(post, pupils, pools[post.language])]
    return NamesakeSchool(_rosters({name for pool in pools.values() for name in pool}), innocent, about)


def _pupils() -> set[str]:
    """Given name and surname of the corpus roster's students."""
    with (ROSTER / "users.csv").open(encoding="utf-8") as file:
        return {f"{row['givenName']} {row['familyName']}" for row in csv.DictReader(file)}


def _figures() -> set[str]:
    """The folded full names of the shipped list."""
    groups = json.loads((shipped("shared_rules") / "terms/public_figures.json").read_text(encoding="utf-8"))["groups"]
    names = (fold(name).text for group in STAR_GROUPS for listed in groups[group].values() for name in listed)
    return {name for name in names if 1 < len(name.split()) <= LONGEST}


def _named(text: str, figures: set[str]) -> Iterator[str]:
    """The figures that a text names in full."""
    words = _WORD.findall(fold(text).text)
    for length in range(2, LONGEST + 1):
        yield from figures.intersection(" ".join(words[at : at + length]) for at in range(len(words)))


def _told_of(post: Post, pupils: set[str], pool: list[str]) -> Iterator[Post]:
    """The post with its first full name changed for a figure's, for one in `SHARE` posts."""
    digest = hashlib.sha256(f"namesake {post.id}".encode()).digest()
    full = next((it for it in post.expected if post.text[it.start : it.end] in pupils), None)
    if full is None or full.kind != "STUDENT_NAME" or digest[0] % SHARE:
        return
    name = written(pool[int.from_bytes(digest[1:4]) % len(pool)])
    longer = len(name) - (full.end - full.start)
    moved = (
        Expected(it.kind, it.start + longer * (it.start >= full.end), it.end + longer * (it.end >= full.end))
        for it in post.expected
    )
    text = post.text[: full.start] + name + post.text[full.end :]
    yield replace(post, text=text, attempt=post.attempt | {"text": text}, expected=tuple(moved))


def written(name: str) -> str:
    """A folded name with its capitals: "katherine johnson" as "Katherine Johnson"."""
    return " ".join(word if word in _SMALL else word.title() for word in name.split())


def _rosters(names: set[str]) -> Rosters:
    """The corpus roster and a pupil of each name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "users.csv"
        lines = (ROSTER / "users.csv").read_text(encoding="utf-8").splitlines()
        columns = lines[0].split(",")
        for number, name in enumerate(sorted(names)):
            given, family = written(name).split(" ", 1)
            row = dict.fromkeys(columns, "") | {"sourcedId": f"n{number}", "enabledUser": "true", "role": "student"}
            row |= {"givenName": given, "familyName": family, "username": f"n{number}"}
            lines.append(",".join(row[column] for column in columns))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return rosters_of_files(path, ROSTER / "staff.csv")

"""A school for the posts that teach what words around a name say: its pupils bear the names of the posts, pupils' and other people's alike.

So that a name by itself tells nothing: most pupils that the posts mark are on its roster, some are not, and many first names of
friends, stars and own children are some pupil's as well. The same every time, by a hash. Called by `names.py`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from corpus.read_corpus import ROSTER, Post

SURNAMES = (
    "Alves", "Brennan", "Castillo", "Duarte", "Esposito", "Falk", "Gaines", "Hurley", "Ivers", "Joyner", "Keane", "Lacerda", "Mott",
    "Nolasco", "Okoro", "Pruitt", "Quispe", "Rourke", "Salas", "Tavares", "Ueda", "Vann", "Wex", "Yates", "Zayas",
)  # fmt: skip
"""For pupils of whom the posts tell the first name alone, and for namesakes."""
PUPILS, OTHERS, OTHERS_IN_FULL = 88, 60, 30
"""Of a hundred first names, those that some pupil of the roster bears: of lone pupils, of others told of alone, of others in full."""
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}")


def roster_of_names(posts: list[Post], file: Path) -> Path:
    """Writes the roster, as OneRoster's users.csv, and returns it."""
    header = (ROSTER / "users.csv").read_text(encoding="utf-8").splitlines()[0]
    pupils = sorted({name for post in posts if "off_roster" not in post.forms for name in _pupils(post)})
    rows = [
        f"n{number:05},,,true,mhs,student,n{number},,{first},{last},,7{number:06},,,,,09,"
        for number, (first, last) in enumerate(pupils)
    ]
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return file


def _pupils(post: Post) -> Iterator[tuple[str, str]]:
    for it in post.expected:
        written = post.text[it.start : it.end].strip("#@.,'’\"")
        words = [_cased(word) for word in written.split() if len(word.strip(".")) > 1]
        if it.kind not in ("STUDENT_NAME", "PERSON") or not words or not _NAME.fullmatch(written):
            continue
        place = int(hashlib.sha256(words[0].encode()).hexdigest(), 16) % 100
        pupil, lone = it.kind == "STUDENT_NAME", len(words) == 1
        if pupil and not lone:
            yield words[0], " ".join(words[1:])
        elif place < (PUPILS if pupil else OTHERS if lone else OTHERS_IN_FULL):
            yield words[0], SURNAMES[place % len(SURNAMES)]


def _cased(word: str) -> str:
    return word if any(it.isupper() for it in word[1:]) and not word.isupper() else word.capitalize()

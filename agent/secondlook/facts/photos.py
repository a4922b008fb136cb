"""A student's name in the file names of photos put on a post ("hunter_brooks_award.jpg"). Called by `gather.py`.

Knows the names of the files and nothing of the pictures, which never leave the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondlook.contract import Person
from secondlook.facts.people import Faces

MOST = 10
"""File names that are looked at."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{2,5}$")
_SEAM = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|[_\-.+()\[\]\d]+")
"""Where the words of a file's name meet."""


def in_file_names(names: Iterable[str], faces: Faces) -> float:
    """How sure that one of the files is named after a student, 0 to 1; the person's own child is none."""
    people = [Person(name=words) for words in map(words_in, list(names)[:MOST]) if words]
    known = [faces.look_up(person, "post") for person in people]
    return max((max(one.student, one.shared) for one in known), default=0.0)


def words_in(file_name: str) -> str:
    """A file's name as words, with capitals as names have them: "IMG_2034 emma-rodrigues.jpg" -> "IMG Emma Rodrigues"."""
    words = _SEAM.sub(" ", _ENDING.sub("", file_name)).split()
    return " ".join(word[:1].upper() + word[1:] for word in words)

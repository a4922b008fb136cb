"""Reads the term lists into an index: from the lists themselves, or from a file in which it was made of the very same lists.

Making it takes a tenth of a second, which counts before the first answer. So a package carries it ready made, beside this
module; an overlay, or an edit of a list, shows in the digest, and then it is made anew. One that still fits (`ready_made`) also tells
the rules that its lists are those the tests have checked, so they are not looked into at a start. Called by `engine.py`; packages
are built with `python -m secondlook.detection.term_lists`.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import mmap
from collections.abc import Sequence
from pathlib import Path

from secondlook.config import shipped
from secondlook.detection.term_slots import fillers, spelled_out
from secondlook.detection.terms import TermIndex

MADE = Path(__file__).with_name("terms.index")
"""A digest, then the tables. It lies and is guarded like the code itself; a damaged one is passed over."""
DIGEST_BYTES = 32
FORMAT = 4
"""Of `marshal`: one that every Python since 3.4 reads, as a package for another system is built by another Python."""
_MAKERS = ("confusables.py", "fold.py", "term_parts.py", "term_slots.py", "terms.py")
"""The code that shapes the index."""


def load_terms(*folders: Path, made: Path = MADE) -> TermIndex:
    """The index over every list of the terms folders; a group is named "<file>.<group>", and later folders add to it.

    Args:
        folders: where the lists lie.
        made: the file that may hold the index ready made.

    Raises:
        OSError, ValueError: a list cannot be read; `secondlook rules check` says more about it.

    """
    lists = [path for folder in folders for path in sorted(folder.glob("*.json"))]
    return _ready_made(made, _digest(lists)) or _index(lists)


def make(target: Path = MADE) -> None:
    """Writes the index of the shipped lists."""
    folder = shipped("shared_rules") / "terms"
    lists = sorted(folder.glob("*.json"))
    target.write_bytes(_digest(lists) + marshal.dumps(_index(lists).tables, FORMAT))


def _ready_made(path: Path, digest: bytes) -> TermIndex | None:
    """The index in a file, if it was made of these very lists; read where it lies, as a copy in memory would never be given back whole."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            if content[:DIGEST_BYTES] != digest:
                return None
            with memoryview(content) as whole, whole[DIGEST_BYTES:] as tables:
                return TermIndex.of_tables(marshal.loads(tables))  # noqa: S302 - it lies with the code, like byte code
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _digest(lists: Sequence[Path]) -> bytes:
    """Of the lists in their order, and of the code that makes the index of them."""
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    makers = [path for name in _MAKERS if (path := MADE.with_name(name)).is_file()]
    for path in (*makers, *lists):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.digest()


def _index(lists: Sequence[Path]) -> TermIndex:
    listed: dict[str, dict[str, list[str]]] = {}
    for path in lists:
        for name, languages in json.loads(path.read_bytes())["groups"].items():
            group = listed.setdefault(f"{path.stem}.{name}", {})
            for language, terms in languages.items():
                group.setdefault(language, []).extend(terms)
    return TermIndex({group: [*spelled_out(group, listed)] for group in listed.keys() - fillers(listed)})


if __name__ == "__main__":
    make()

"""Reads the files of a policy folder into their models, one by one, noting what is wrong. Called by `load.py`.

Knows which files a folder may hold; not how they hang together (`relations.py`) nor what they decide (`trial.py`).
"""

from __future__ import annotations

import codecs
import contextlib
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from secondlook.config import shipped
from secondlook.policy.problem import Problem, shape_problems
from secondlook.policy.rule import ClauseFile, Levels, Rule, VectorFile
from secondlook.policy.site import Site, VisitOnly
from secondlook.policy.strict_json import UnreadableError, read_json
from secondlook.policy.terms import TermList

CLAUSES = "clauses.json"
LEVELS = "levels.json"
VISIT_ONLY = "visit_only"
TERMS = "terms"
SHELVES: dict[str, type[BaseModel]] = {"rules": Rule, "vectors": VectorFile, TERMS: TermList, "sites": Site}
"""Subfolder -> what each of its files is."""
OVERLAID = ("rules", "vectors", TERMS)
"""What an overlay may add to."""
PASSED_OVER = ("schema", "packs")
"""Generated schemas, and policies of their own."""

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass
class Folder:
    """The files of one folder, by name without `.json`, and everything wrong with them so far."""

    clauses: ClauseFile | None = None
    rules: dict[str, Rule] = field(default_factory=dict)
    vectors: dict[str, VectorFile] = field(default_factory=dict)
    terms: dict[str, TermList] = field(default_factory=dict)
    sites: dict[str, Site] = field(default_factory=dict)
    visit_only: VisitOnly | None = None
    levels: Levels | None = None
    problems: list[Problem] = field(default_factory=list)
    content: dict[str, Any] = field(default_factory=dict)

    def add(self, file: str, path: str, reason: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(file, path, reason))

    @property
    def digest(self) -> str:
        """SHA-256 over every file: its path and its content, blind to spacing and the order of fields but for term lists."""
        digest = hashlib.sha256()
        for file in sorted(self.content):
            canonical = json.dumps(self.content[file], sort_keys=True, ensure_ascii=True, separators=(",", ":"))
            digest.update(f"{file}\0{canonical}\n".encode("ascii", "backslashreplace"))
        return f"sha256:{digest.hexdigest()}"


def read_folder(path: Path, *, sound_terms: bool = False) -> Folder:
    """Read every file. Never raises for what a file holds; a missing folder is a problem like any other.

    Args:
        path: the folder.
        sound_terms: its term lists are known to be in order, so they are not looked into and `terms` stays empty; they are
            most of what there is to read, and the first answer waits for it.

    """
    folder = Folder()
    if not path.is_dir():
        folder.add(str(path), "", "there is no such folder")
        return folder
    _note_strays(path, (CLAUSES, *SHELVES), folder)
    folder.clauses = _read(path, CLAUSES, ClauseFile, folder)
    for kind in SHELVES:
        # A policy without terms of its own is read with the shipped ones, as the recognizers need some.
        bare = kind == TERMS and not (path / kind).is_dir()
        place = shipped("shared_rules") if bare else path
        if kind == TERMS:
            _digest_terms(place, folder)
        if kind != TERMS or not sound_terms:
            _read_shelf(place, kind, folder)
    if not (path / "rules").is_dir() or not any((path / "rules").glob("*.json")):
        folder.add("rules", "", "a policy needs at least one rule here")
    return folder


def is_overlay(path: Path) -> bool:
    """Whether a folder adds to a policy (it has `levels.json`) rather than being one."""
    return (path / LEVELS).is_file()


def read_overlay(path: Path) -> Folder:
    """Read every file of an overlay: `levels.json`, and rules, vectors and terms of its own. Never raises."""
    folder = Folder()
    if not path.is_dir():
        folder.add(str(path), "", "there is no such folder")
        return folder
    _note_strays(path, (LEVELS, *OVERLAID), folder)
    if not is_overlay(path):
        folder.add(LEVELS, "", 'an overlay needs this file; {"rules": {}} changes no level')
        return folder
    folder.levels = _read(path, LEVELS, Levels, folder)
    _digest_terms(path, folder)
    for kind in OVERLAID:
        _read_shelf(path, kind, folder)
    return folder


def _read_shelf(path: Path, kind: str, folder: Folder) -> None:
    shelf: dict[str, Any] = getattr(folder, kind)
    for file in sorted((path / kind).glob("*.json")):
        name = f"{kind}/{file.name}"
        if name == f"sites/{VISIT_ONLY}.json":
            folder.visit_only = _read(path, name, VisitOnly, folder)
        elif (found := _read(path, name, SHELVES[kind], folder)) is not None:
            shelf[file.stem] = found


def _digest_terms(path: Path, folder: Folder) -> None:
    """By their bytes, byte order mark and kind of line end aside: they are large, and to read them is most of a start's work."""
    for file in sorted((path / TERMS).glob("*.json")):
        with contextlib.suppress(OSError):  # told when it is read
            content = file.read_bytes().removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
            folder.content[f"{TERMS}/{file.name}"] = hashlib.sha256(content).hexdigest()


def _note_strays(path: Path, names: tuple[str, ...], folder: Folder) -> None:
    """A misspelt name would otherwise be passed over in silence, and with it a rule somebody relies on."""
    known = (*names, *PASSED_OVER)
    for entry in sorted(path.iterdir()):
        if entry.name not in known and not entry.name.startswith(".") and (entry.is_dir() or entry.suffix == ".json"):
            folder.add(entry.name, "", f"nothing reads this; known here are {', '.join(known)}")
    for kind in set(names) & set(SHELVES):
        for file in sorted((path / kind).glob("*")):
            if file.suffix != ".json" and not file.name.startswith("."):
                folder.add(f"{kind}/{file.name}", "", "nothing reads this: the name must end in .json")


def _read(path: Path, name: str, model: type[_Model], folder: Folder) -> _Model | None:
    try:
        content = read_json(path / name)
        folder.content.setdefault(name, content)  # a term list has its digest there already
        return model.model_validate(content)
    except UnreadableError as error:
        folder.add(name, "", str(error))
    except ValidationError as error:
        folder.problems.extend(shape_problems(name, error))
    return None

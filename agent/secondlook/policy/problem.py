"""What is wrong in a policy folder: file, path inside it, reason, each in words a privacy officer can act on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError


@dataclass(frozen=True, order=True)
class Problem:
    """One reason to refuse a folder.

    Attributes:
        file: path inside the folder, with forward slashes.
        path: place inside the file, such as `when.found[0]`; empty = the whole file.
        reason: one sentence without a capital or a full stop.

    """

    file: str
    path: str
    reason: str

    @property
    def sentence(self) -> str:
        """As a person reads it."""
        place = f"{self.file}, {self.path}" if self.path else self.file
        return f"{place}: {self.reason}."


def path_of(location: tuple[int | str, ...]) -> str:
    """A place in a file, from pydantic's location."""
    path = ""
    for step in location:
        if isinstance(step, int):
            path += f"[{step}]"
        elif step != "[key]":
            path += f".{step}" if path else step
    return path


def shape_problems(file: str, error: ValidationError) -> Iterator[Problem]:
    """Each thing pydantic found, in plain words."""
    for found in error.errors(include_url=False):
        yield Problem(file, path_of(found["loc"]), _reason(found))


_PLAIN: dict[str, Callable[[Any], str]] = {
    "extra_forbidden": lambda _: "no such field",
    "missing": lambda _: "this field must be there",
    "literal_error": lambda found: (
        f"{_short(found['input'])} is not one of {found['ctx']['expected'].replace(' or ', ', ')}"
    ),
    "string_pattern_mismatch": lambda found: (
        f"{_short(found['input'])} does not have the form {found['ctx']['pattern']}"
    ),
    "model_type": lambda _: "an object in braces belongs here",
    "dict_type": lambda _: "an object in braces belongs here",
    "value_error": lambda found: str(found["ctx"]["error"]),
}
"""Pydantic's error type -> our words; any other error keeps pydantic's."""


def _reason(found: Any) -> str:
    if plain := _PLAIN.get(found["type"]):
        return plain(found)
    message: str = found["msg"]
    return message[0].lower() + message[1:]


def _short(given: object) -> str:
    words = repr(given)
    return words if len(words) <= 60 else words[:59] + "…"

"""Reads a settings file: a checked model, or what is wrong in it by place. A value is never repeated, it may be a name.

Called by `configured.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from secondlook.errors import BadSettingsError
from secondlook.policy.problem import path_of
from secondlook.policy.strict_json import UnreadableError, read_json

LARGEST = 1_000_000
_Model = TypeVar("_Model", bound=BaseModel)


def read_settings(path: Path, model: type[_Model]) -> _Model:
    """The file as a model; a file that is not there is one without settings.

    Raises:
        BadSettingsError: naming file, place and reason; all of it, or nothing of it, is used.

    """
    try:
        if not path.exists():
            return model()
        if path.stat().st_size > LARGEST:
            raise BadSettingsError(f"{path}: larger than {LARGEST // 1_000_000} MB; that is no settings file.")
        content = read_json(path)
    except OSError as error:
        raise BadSettingsError(f"{path}: cannot be read: {error.strerror}.") from error
    except UnreadableError as error:
        raise BadSettingsError(f"{path}: {error}.") from None
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = path_of(first["loc"]) or "the whole file"
        raise BadSettingsError(f"{path}, {place}: {_reason(first)}.") from None


_PLAIN = {
    "extra_forbidden": "no such setting",
    "missing": "this must be there",
    "string_pattern_mismatch": "not in the expected form",
    "model_type": "an object in braces belongs here",
    "dict_type": "an object in braces belongs here",
    "list_type": "a list in brackets belongs here",
    "bool_type": "true or false belongs here",
    "string_type": "words in quotes belong here",
}


def _reason(found: Any) -> str:
    if plain := _PLAIN.get(found["type"]):
        return plain
    message: str = found["msg"].removeprefix("Value error, ")
    return message[0].lower() + message[1:]

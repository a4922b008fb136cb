"""Reads one JSON file of a policy folder and refuses what a person cannot have meant. Called by `folder.py`.

Python's own reader takes a field given twice, `NaN`, and bytes in any encoding; a rule must not mean two things.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn


class UnreadableError(ValueError):
    """Why a file is not JSON that we take; the sentence says where."""


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise UnreadableError(f"the field {key!r} stands twice in one object")
        found[key] = value
    return found


def _no_constants(word: str) -> NoReturn:
    raise UnreadableError(f"{word} is not a number in JSON")


def read_json(path: Path) -> Any:
    """The file's content, without the `$schema` that helps an editor.

    Raises:
        UnreadableError: with line and column where the reader knows them.

    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        content = json.loads(text, object_pairs_hook=_no_doubles, parse_constant=_no_constants)
    except OSError as error:
        raise UnreadableError(f"the file cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UnreadableError(f"the file is not UTF-8 (byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise UnreadableError("not JSON that anybody wrote: nested too deeply") from None
    if isinstance(content, dict):
        content.pop("$schema", None)
    return content

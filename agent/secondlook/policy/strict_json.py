"""Reads one JSON file that a person has written, of a policy folder or of settings, and refuses it by line and column.

A rule must not mean two things. Called by `folder.py`, `site_changes.py`, `settings/read.py` and `district/build.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from secondlook.strict_json import StrictJsonError, parse


class UnreadableError(ValueError):
    """Why a file is not JSON that we take; the sentence says where."""


def read_json(path: Path) -> Any:
    """The file's content, without the `$schema` that helps an editor.

    Raises:
        UnreadableError: with line and column where the reader knows them.

    """
    try:
        content = parse(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UnreadableError(f"the file cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UnreadableError(f"the file is not UTF-8 (byte {error.start})") from None
    except StrictJsonError as error:
        raise UnreadableError(_reason(error)) from None
    if isinstance(content, dict):
        content.pop("$schema", None)
    return content


def _reason(error: StrictJsonError) -> str:
    if error.fault == "syntax":
        return f"not JSON: {error.where}" if error.where else "not JSON"
    return {
        "twice": f"the field {error.key!r} stands twice in one object",
        "constant": "NaN and Infinity are no numbers in JSON",
        "large": "a number is too large",
        "deep": "not JSON that anybody wrote: nested too deeply",
    }[error.fault]

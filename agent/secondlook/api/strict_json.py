"""Strict JSON: one object, UTF-8, no duplicate keys, no NaN, no deep nesting; errors never repeat the input.

Python's own reader takes all of those in its stride, and two readers that disagree on a document are how guards are
passed. Called by the routes, the practice page and `check --jsonl`.
"""

from __future__ import annotations

import json
import math
from typing import Any

from secondlook.errors import SecondLookError

MAX_DEPTH = 16
"""Levels of nesting; an attempt needs four."""
MAX_DIGITS = 20
"""Digits of a whole number; the contract's largest has seven."""


class BadJsonError(SecondLookError):
    """The body is not the JSON object we expect."""

    code, status = "bad-json", 400


def parse_object(body: bytes) -> dict[str, Any]:
    """Read one JSON object.

    A lone surrogate (half an emoji, as JavaScript may cut it) becomes U+FFFD, which keeps UTF-16 offsets as they are.

    Raises:
        BadJsonError: with the first thing that is wrong.

    """
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadJsonError("The body is not UTF-8.") from error
    if text.startswith("\ufeff"):
        raise BadJsonError("The body begins with a byte order mark.")
    _check_depth(text)
    try:
        found = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_float,
            parse_int=_integer,
        )
    except BadJsonError:
        raise
    except (ValueError, RecursionError):
        # The decoder's message is harmless, its `doc` attribute is the whole text: drop both, and the chain.
        raise BadJsonError("The body is not JSON.") from None
    if not isinstance(found, dict):
        raise BadJsonError("The body is not a JSON object.")
    return _mend(found) if "\\u" in text else found


def _check_depth(text: str) -> None:
    depth = 0
    in_string = escaped = False
    for character in text:
        if in_string:
            if escaped:
                escaped = False
            elif character == "\\":
                escaped = True
            elif character == '"':
                in_string = False
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise BadJsonError(f"The body is nested more than {MAX_DEPTH} levels deep.")
        elif character in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadJsonError("The body has an object with a key given twice.")
    return found


def _constant(_: str) -> float:
    raise BadJsonError("The body has a number that JSON does not know (NaN or Infinity).")


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise BadJsonError("The body has a number that is too large.")
    return number


def _integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise BadJsonError("The body has a number that is too large.")
    return int(digits)


def _mend(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_mend(entry) for entry in value]
    if isinstance(value, dict):
        return {_mend(key): _mend(entry) for key, entry in value.items()}
    return value

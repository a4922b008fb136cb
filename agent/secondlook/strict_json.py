"""JSON as it was meant: no key given twice, no NaN, no number beyond all use, no deep nesting. One reader for wire and files.

Python's own takes all of those in its stride, and two readers that disagree on a document are how guards are passed. Says
what is wrong without repeating the document; `api/strict_json.py` and `policy/strict_json.py` put it into words.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, Literal, NoReturn

MAX_DEPTH = 16
"""Levels of nesting; an attempt needs four, a vector of a policy eight."""
MAX_DIGITS = 20
"""Digits of a whole number; the contract's largest has seven."""

_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
"""One that is not closed reaches to the end: else each quote in it would be tried anew, and time would grow with the square."""
_NO_BRACKET = re.compile(r"[^][{}]+")

Fault = Literal["syntax", "twice", "constant", "large", "deep"]


class StrictJsonError(ValueError):
    """What is wrong.

    Attributes:
        key: that stands twice in one object. A word of the document, so for files that a person may read anyway.
        where: line and column, and what the reader expected there; "" when it cannot tell.

    """

    def __init__(self, fault: Fault, key: str = "", where: str = "") -> None:
        super().__init__(fault)
        self.fault, self.key, self.where = fault, key, where


def parse(text: str) -> Any:
    """The value of a whole document.

    Raises:
        StrictJsonError: with the first thing that is wrong; it carries no part of the text but the key.

    """
    _check_depth(text)
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_float, parse_int=_integer
        )
    except StrictJsonError:
        raise
    except json.JSONDecodeError as error:
        # The decoder's message is harmless, its `doc` attribute is the whole text: drop that, and the chain.
        where = f"{error.msg} at line {error.lineno}, column {error.colno}"
        raise StrictJsonError("syntax", where=where) from None
    except (ValueError, RecursionError):
        raise StrictJsonError("syntax") from None


def _check_depth(text: str) -> None:
    brackets = _NO_BRACKET.sub("", _STRING.sub("", text))
    if len(brackets) <= MAX_DEPTH:
        return
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            raise StrictJsonError("deep")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise StrictJsonError("twice", next(key for key in keys if keys.count(key) > 1))
    return found


def _constant(_: str) -> NoReturn:
    raise StrictJsonError("constant")


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise StrictJsonError("large")
    return number


def _integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise StrictJsonError("large")
    return int(digits)

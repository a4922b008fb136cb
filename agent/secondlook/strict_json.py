"""JSON as it was meant: no key given twice, no NaN, no number beyond all use, no deep nesting. One reader for wire and files.

Python's own takes all of those in its stride, and two readers that disagree on a document are how guards are passed. Says
what is wrong without repeating the document; `api/strict_json.py` and `policy/strict_json.py` put it into words.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import Any, Literal, NoReturn

MAX_DEPTH = 16
"""Levels of nesting; an attempt needs four, a vector of a policy eight."""
MAX_DIGITS = 20
"""Digits of a whole number; the contract's largest has seven."""

_NESTS = frozenset((dict, list))

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
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_float, parse_int=_integer
        )
    except StrictJsonError:
        raise
    except json.JSONDecodeError as error:
        # The decoder's message is harmless, its `doc` attribute is the whole text: drop that, and the chain.
        where = f"{error.msg} at line {error.lineno}, column {error.colno}"
        raise StrictJsonError("syntax", where=where) from None
    except RecursionError:
        raise StrictJsonError("deep") from None
    except ValueError:
        raise StrictJsonError("syntax") from None
    if _too_deep(value):
        raise StrictJsonError("deep")
    return value


def _too_deep(value: Any) -> bool:
    """Looked for level by level, so that no depth costs more than the document's length."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [inner for outer in level for inner in _nested(outer)]
    return bool(level)


def _nested(value: Any) -> list[Any]:
    """What a value holds; nothing where it holds no list and no object, as most lists of words do not."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [] if _NESTS.isdisjoint(map(type, inner)) else list(inner)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise StrictJsonError("twice", next(key for key, count in counts.items() if count > 1))
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

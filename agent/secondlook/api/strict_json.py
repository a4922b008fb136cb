"""One JSON object from the wire: strict, UTF-8, and refused in words that never repeat the input.

Called by the routes, the practice page and `check --jsonl`.
"""

from __future__ import annotations

from typing import Any

from secondlook.errors import SecondLookError
from secondlook.strict_json import MAX_DEPTH, Fault, StrictJsonError, parse

_SENTENCES: dict[Fault, str] = {
    "syntax": "The body is not JSON.",
    "twice": "The body has an object with a key given twice.",
    "constant": "The body has a number that JSON does not know (NaN or Infinity).",
    "large": "The body has a number that is too large.",
    "deep": f"The body is nested more than {MAX_DEPTH} levels deep.",
}


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
    try:
        found = parse(text)
    except StrictJsonError as error:
        raise BadJsonError(_SENTENCES[error.fault]) from None  # the chain would carry a key of the input
    if not isinstance(found, dict):
        raise BadJsonError("The body is not a JSON object.")
    return _mend(found) if "\\u" in text else found


def _mend(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_mend(entry) for entry in value]
    if isinstance(value, dict):
        return {_mend(key): _mend(entry) for key, entry in value.items()}
    return value

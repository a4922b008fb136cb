"""Error answers: RFC 9457 problem details, never carrying what was typed. Called by guard, routes and server."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus

from pydantic import ValidationError

from secondlook.contract import Problem
from secondlook.errors import BadAttemptError, SecondLookError

CONTENT_TYPE = "application/problem+json"
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyz_")


@dataclass(frozen=True)
class Refusal:
    """A ready error answer: status line, headers and body."""

    status: int
    body: bytes
    headers: list[tuple[str, str]] = field(default_factory=list)

    @property
    def status_line(self) -> str:
        """Such as `403 Forbidden`."""
        return f"{self.status} {HTTPStatus(self.status).phrase}"


def refusal(error: SecondLookError) -> Refusal:
    """Turn one of our errors into an answer; 429 and 503 say when to come back, but a pause is the person's own."""
    status = HTTPStatus(error.status)
    anonymous = error.code == "refused"  # a rebound page may read this one, so it does not even learn who answers
    problem = Problem(
        type="about:blank" if anonymous else f"urn:second-look:problem:{error.code}",
        title=status.phrase,
        status=error.status,
        detail=error.sentence,
        code=error.code,
        field=error.field,
    )
    body = problem.model_dump_json(exclude_none=True).encode("utf-8")
    headers = [("Content-Type", CONTENT_TYPE), ("Content-Length", str(len(body)))]
    if status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE) and error.code != "paused":
        headers.append(("Retry-After", "1"))
    return Refusal(error.status, body, headers)


def unforeseen() -> SecondLookError:
    """For an error that is none of ours: its kind is for the log, its words for nobody."""
    return SecondLookError("Something went wrong in the agent. Nothing was kept.")


def bad_attempt(error: ValidationError) -> BadAttemptError:
    """The first thing wrong with an attempt, by field and reason, without a word of what was sent."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    name = ".".join(_field_word(part) for part in first["loc"])
    reason = _REASONS.get(first["type"], "has a value that the contract does not allow")
    if first["type"] == "literal_error":  # the list of allowed words is ours, so it may be shown
        reason = first["msg"].replace("Input should", "should")
    return BadAttemptError(f"Field {name or 'body'} {reason}.", field=name or None)


def _field_word(part: int | str) -> str:
    """A field's name as it may be shown: an unknown key is the sender's own text, so an odd one is not repeated."""
    if isinstance(part, int):
        return str(part)
    return part if len(part) <= 30 and set(part) <= _SAFE else "(unknown)"


_REASONS = {
    "missing": "is missing",
    "extra_forbidden": "is not known",
    "string_type": "should be a string",
    "int_type": "should be a whole number",
    "float_type": "should be a number",
    "bool_type": "should be true or false",
    "list_type": "should be a list",
    "dict_type": "should be an object",
    "model_type": "should be an object",
    "greater_than_equal": "is too small",
    "less_than_equal": "is too large",
    "string_too_long": "is too long",
    "too_long": "has too many entries",
    "string_pattern_mismatch": "is not in the expected form",
}

"""How the API reads a request and words an answer: contract models in, contract models or problems out.

Shared by the route groups; decides nothing. The chain of a validation error is always cut, since it carries the input.
"""

from __future__ import annotations

import logging
from typing import TypeVar

from flask import Response, request
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import HTTPException

from secondlook.api.languages import preferred
from secondlook.api.problems import bad_attempt, refusal, unforeseen
from secondlook.api.strict_json import parse_object
from secondlook.contract import Language
from secondlook.errors import RefusedError, SecondLookError

_log = logging.getLogger("secondlook.api")
_Model = TypeVar("_Model", bound=BaseModel)


def answer_error(error: Exception) -> Response:
    """Every error as a problem. One we did not foresee shows its kind in the log and nothing to the caller."""
    if isinstance(error, SecondLookError):
        known = error
    elif isinstance(error, ValidationError):
        known = bad_attempt(error)
    elif isinstance(error, HTTPException):
        known = RefusedError("There is nothing here.", code="not-found", status=error.code or 500)
    else:
        known = unforeseen()
        _log.error("internal %s", type(error).__name__)
    answer = refusal(known)
    return Response(answer.body, status=answer.status, headers=answer.headers)


def answer(model: BaseModel, status: int = 200) -> Response:
    """A contract model as JSON."""
    return Response(model.model_dump_json(exclude_none=True), status=status, content_type="application/json")


def read(model: type[_Model]) -> _Model:
    """The request's body as a contract model.

    Raises:
        BadJsonError: it is not one JSON object.
        BadAttemptError: it does not follow the contract.

    """
    try:
        return model.model_validate(parse_object(request.get_data(cache=False)))
    except ValidationError as error:
        raise bad_attempt(error) from None  # the chain would carry the input


def language() -> Language:
    """The first of en, es and pt that the request prefers."""
    return preferred(request.headers.get("Accept-Language", ""))

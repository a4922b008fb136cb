"""docs/openapi.json, made from the guard's list of routes and the contract's models. Pure; for `tools/generate.py`.

A route that is added to the guard and not described here fails the generation, so the document cannot fall behind.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from pydantic import BaseModel

from generate_schema import WIRE, definitions
from home_routes import HOME, MODELS
from secondlook import __version__, contract
from secondlook.api.guard import ROUTES, Access
from secondlook.config import HOST, PORTS
from secondlook.policy.site import Sites


class Route(NamedTuple):
    """What a route takes and gives; None = no body."""

    summary: str
    takes: type[BaseModel] | None
    gives: type[BaseModel] | str | None


DESCRIBED: dict[tuple[str, str], Route] = {
    ("GET", "/v1/health"): Route("Alive; with the token, the state of every link", None, contract.Status),
    ("POST", "/v1/proof"): Route(
        "Prove to be the agent, before any text or token is sent", contract.ProofRequest, contract.Proof
    ),
    ("POST", "/v1/checks"): Route("Decide about an attempt", contract.Attempt, contract.Decision),
    ("GET", "/v1/sites"): Route("Labels and anchors of the checked sites, as they are in force", None, Sites),
    ("POST", "/v1/exceptions"): Route("Say that a name is not a current student's", contract.NotAStudent, None),
    ("GET", "/v1/exceptions"): Route("What is kept, by kind and date", None, contract.KeptExceptions),
    ("DELETE", "/v1/exceptions"): Route(
        "Forget one, by its id or its name typed again", contract.RemoveException, contract.Removed
    ),
    ("GET", "/v1/consents"): Route("The tag consent ledger", None, contract.KeptConsents),
    ("POST", "/v1/consents"): Route(
        "Keep that a colleague agreed to be tagged", contract.Consent, contract.KeptConsent
    ),
    ("DELETE", "/v1/consents"): Route("Take one off the ledger", contract.WithdrawConsent, contract.Removed),
    ("POST", "/v1/today"): Route("Say what today is: a snow day, a half day, or as usual", contract.Today, None),
    ("POST", "/v1/for-school"): Route("Say that a site is used for school just now", contract.ForSchool, None),
    ("GET", "/v1/status"): Route("The state of every link, in one language", None, contract.StatusReport),
    ("POST", "/v1/pause"): Route("Pause the checks for a while, or go on at once", contract.Pause, None),
    ("GET", "/practice"): Route("The practice page", None, "text/html"),
    ("POST", "/practice/checks"): Route(
        "Decide about an attempt on the practice page, with the invented roster only",
        contract.Attempt,
        contract.Decision,
    ),
    **{key: Route(*told) for key, told in HOME.items()},
}

SECURITY: dict[Access, list[dict[str, list[str]]]] = {
    "health": [{}, {"token": []}],
    "proof": [{"extension": [], "header": []}],
    "paired": [{"token": [], "header": []}],
    "page": [{}],
    "practice": [{"page": []}],
    "home_page": [{}],
    "home_code": [{"home_key": [], "header": []}],
    "home_sign_in": [{"header": []}],
    "home": [{"home_token": [], "header": []}],
}

SCHEMES = {
    "token": {"type": "http", "scheme": "bearer", "description": "The session token that native messaging delivers."},
    "header": {"type": "apiKey", "in": "header", "name": "X-Second-Look", "description": "Always `1`."},
    "extension": {"type": "apiKey", "in": "header", "name": "Origin", "description": "The extension's own origin."},
    "page": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Second-Look-Practice",
        "description": "The token in the practice page's own meta tag, from the page's own origin.",
    },
    "home_key": {"type": "http", "scheme": "bearer", "description": "A key that the person's own programs derive."},
    "home_token": {"type": "http", "scheme": "bearer", "description": "What a code was swapped for; the home page's."},
}

PROBLEMS = {
    "400": "Not sound HTTP, or not one strict JSON object",
    "401": "The token is missing or wrong",
    "403": "Host, Origin or a header is not as it should be",
    "405": "Another method",
    "411": "No Content-Length",
    "413": "The body is larger than 64 KB",
    "415": "Not application/json, or compressed",
    "422": "The contract is not followed; `field` names the place",
    "429": "Too many checks or wrong tokens at once; see Retry-After",
    "503": "The check took longer than 1.5 seconds (`busy`), the person has paused (`paused`), or the key or store is unavailable",
}


def document() -> str:
    """The whole document as JSON text.

    Raises:
        KeyError: a route of the guard is not described here.
    """
    paths: dict[str, dict[str, Any]] = {}
    for (method, path), access in ROUTES.items():
        paths.setdefault(path, {})[method.lower()] = _operation(method, path, access)
    whole = {
        "openapi": "3.1.0",
        "info": {
            "title": "Second Look, the agent on this computer",
            "version": __version__,
            "description": "Loopback only. docs/api.md has the order of the guard's checks and an example of each route.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [
            {"url": f"http://{HOST}:{PORTS[0]}", "description": "Or the next free port; native messaging says which."}
        ],
        "paths": paths,
        "components": {"schemas": definitions((*WIRE, *MODELS)), "securitySchemes": SCHEMES},
    }
    text = json.dumps(whole, indent=2, ensure_ascii=False)
    return text.replace('"#/$defs/', '"#/components/schemas/') + "\n"


def _operation(method: str, path: str, access: Access) -> dict[str, Any]:
    route = DESCRIBED[method, path]
    good: dict[str, Any] = {"description": "Done"}
    if isinstance(route.gives, str):
        good["content"] = {route.gives: {}}
    elif route.gives is contract.Status:
        good["content"] = _json("Health", "Status")
    elif route.gives is not None:
        good["content"] = _json(route.gives.__name__)
    statuses = ("400", "401", "403", "405") if method == "GET" else tuple(PROBLEMS)
    operation: dict[str, Any] = {
        "summary": route.summary,
        "operationId": _name(method, path),
        "security": SECURITY[access],
        "responses": {"204" if route.gives is None else "200": good}
        | {status: {"description": PROBLEMS[status], "content": _problem()} for status in statuses},
    }
    if route.takes is not None:
        operation["requestBody"] = {"required": True, "content": _json(route.takes.__name__)}
    return operation


def _name(method: str, path: str) -> str:
    return "-".join([method.lower(), *path.removeprefix("/v1").strip("/").split("/")])


def _json(*names: str) -> dict[str, Any]:
    refs = [{"$ref": f"#/$defs/{name}"} for name in names]
    return {"application/json": {"schema": refs[0] if len(refs) == 1 else {"anyOf": refs}}}


def _problem() -> dict[str, Any]:
    return {"application/problem+json": {"schema": {"$ref": "#/$defs/Problem"}}}

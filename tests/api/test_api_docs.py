"""docs/api.md and docs/openapi.json say what the code does: no route, code or example may fall behind."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from secondlook.api.guard import ROUTES
from secondlook.contract import (
    Attempt,
    Consent,
    Decision,
    ForSchool,
    KeptConsent,
    KeptConsents,
    KeptExceptions,
    NotAStudent,
    Pause,
    Problem,
    Proof,
    ProofRequest,
    Removed,
    RemoveException,
    Status,
    StatusReport,
    Today,
    Wire,
    WithdrawConsent,
)
from secondlook.mine import contract as mine
from secondlook.policy.site import Sites

ROOT = Path(__file__).resolve().parents[2]
PAGE = "\n".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("api.md", "api-home.md"))
OPENAPI = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
MODELS = (
    Attempt, Consent, Decision, ForSchool, KeptConsent, KeptConsents, KeptExceptions, NotAStudent, Pause, Problem,
    Proof, ProofRequest, Removed, RemoveException, Sites, Status, StatusReport, Today, WithdrawConsent,
    *(one for one in vars(mine).values() if isinstance(one, type) and issubclass(one, Wire) and one is not Wire),
)  # fmt: skip


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_route_is_described(method: str, path: str) -> None:
    """A heading on the page, an operation in the document."""
    assert f"### {method} {path}\n" in PAGE
    assert method.lower() in OPENAPI["paths"][path]


def test_every_error_code_is_explained() -> None:
    """Each code that the guard, the server and the API's errors use has its row."""
    sources = [
        *(ROOT / "agent/secondlook/api").rglob("*.py"),
        ROOT / "agent/secondlook/errors.py",
        *(ROOT / "agent/secondlook/store").glob("*.py"),
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    codes = set(re.findall(r'code="([a-z-]+)"', text)) | {
        "bad-attempt",
        "bad-json",
        "busy",
        "queue-full",
        "key-unavailable",
        "not-kept",
    }
    assert len(codes) > 12
    for code in codes:
        assert f"`{code}`" in PAGE, code


def test_every_example_is_true() -> None:
    """Each JSON example on the page is one of the contract's models."""
    blocks = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 32
    for block in blocks:
        # The page shortens hashes and MACs with an ellipsis; a nonce and the rest stand in full.
        given = json.loads(block)
        assert any(_fits(model, given) for model in MODELS), block


def _fits(model: type, given: object) -> bool:
    try:
        model.model_validate(given)  # type: ignore[attr-defined]
    except ValueError:
        return False
    return True


def test_the_document_is_complete() -> None:
    """Every reference in it leads somewhere."""
    text = json.dumps(OPENAPI)
    names = set(re.findall(r'"#/components/schemas/([A-Za-z]+)"', text))
    assert names <= set(OPENAPI["components"]["schemas"])
    assert "$defs" not in text

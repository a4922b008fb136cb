"""JSON Schemas of the wire and of a policy folder, made from the pydantic models. Pure; for `tools/generate.py`."""

from __future__ import annotations

import json
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from secondlook import contract
from secondlook.policy import rule, site, terms

WIRE: tuple[type[BaseModel], ...] = (
    contract.Attempt, contract.Decision, contract.Status, contract.Health, contract.ProofRequest, contract.Proof,
    contract.NotAStudent, contract.KeptExceptions, contract.RemoveException, contract.Consent, contract.KeptConsent,
    contract.KeptConsents, contract.WithdrawConsent, contract.Removed, contract.Today, contract.ForSchool,
    contract.StatusReport, contract.Pause, contract.Problem,
    site.Sites,
)  # fmt: skip
FOLDER: dict[str, type[BaseModel]] = {
    "rule": rule.Rule,
    "clauses": rule.ClauseFile,
    "levels": rule.Levels,
    "vectors": rule.VectorFile,
    "site": site.Site,
    "visit_only": site.VisitOnly,
    "terms": terms.TermList,
}
"""File name in `shared_rules/schema` -> the model that a file of the policy folder follows."""

NAMED: dict[str, Any] = {
    "Action": contract.Action,
    "AccountKind": contract.AccountKind,
    "Scope": contract.Scope,
    "Verdict": contract.Verdict,
    "Kind": contract.Kind,
    "Language": contract.Language,
    "Protection": contract.Protection,
    "Level": contract.Level,
    "LinkName": contract.LinkName,
    "PauseLength": contract.PauseLength,
    "SaidToday": contract.SaidToday,
    "LabelName": site.LabelName,
    "AnchorName": site.AnchorName,
    "FactName": rule.FactName,
}
"""Word lists that deserve a name of their own; pydantic writes them out wherever they are used."""

_BY_VALUES = {tuple(get_args(literal)): name for name, literal in NAMED.items()}


def _tidy(node: Any, *, inside_properties: bool = False) -> Any:
    """Name the known word lists, drop the titles that pydantic gives every field, spell out the keys of a dict."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    if not inside_properties:
        if name := _BY_VALUES.get(tuple(node.get("enum", ()))):
            return {"$ref": f"#/$defs/{name}"}
        node = {key: value for key, value in node.items() if key != "title"}
        keys = node.pop("propertyNames", {}).get("enum")
        if keys and "additionalProperties" in node:
            value = node.pop("additionalProperties")
            node = {**node, "properties": dict.fromkeys(keys, value), "additionalProperties": False}
    return {key: _tidy(value, inside_properties=key == "properties") for key, value in node.items()}


def definitions(models: tuple[type[BaseModel], ...]) -> dict[str, Any]:
    """Every type that these models need, by name, as `$defs`."""
    _, schema = models_json_schema([(model, "validation") for model in models])
    found = {name: _tidy(body) for name, body in schema["$defs"].items()}
    text = json.dumps(found)
    words = {name: {"enum": list(get_args(literal)), "type": "string"} for name, literal in NAMED.items()}
    return found | {name: body for name, body in words.items() if f'#/$defs/{name}"' in text}


def folder_schemas() -> dict[str, str]:
    """File name -> text, for `shared_rules/schema`. A file may name its schema in `$schema`, which the loader skips."""
    files = {}
    for name, model in {**FOLDER, "attempt": contract.Attempt, "decision": contract.Decision}.items():
        defs = definitions((model,))
        top = defs.pop(model.__name__)
        if name in FOLDER:
            top["properties"] = {"$schema": {"type": "string"}, **top["properties"]}
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": model.__name__, **top}
        schema["$defs"] = defs
        files[f"{name}.schema.json"] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return files

"""Reads an ADMX and its ADML as the group policy editor would, and lists what is wrong.

Two halves. Shape: which elements and attributes Microsoft's schema (2006/07) knows, in which order. References: whether each
`$(string.…)`, `$(presentation.…)`, category, support and control finds its counterpart, which a schema cannot see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"

CHILDREN: dict[str, tuple[str, ...]] = {
    "policyDefinitions": ("policyNamespaces", "supersededAdm", "resources", "supportedOn", "categories", "policies"),
    "policyNamespaces": ("target", "using"),
    "supportedOn": ("products", "definitions"),
    "definitions": ("definition",),
    "categories": ("category",),
    "category": ("parentCategory", "seeAlso", "keywords"),
    "policies": ("policy",),
    "policy": (
        "parentCategory", "seeAlso", "keywords", "supportedOn",
        "enabledValue", "disabledValue", "enabledList", "disabledList", "elements",
    ),
    "enabledList": ("item",), "disabledList": ("item",), "enum": ("item",), "item": ("value", "valueList"),
    "value": ("delete", "decimal", "string", "longDecimal"),
    "elements": ("boolean", "decimal", "text", "enum", "list", "multiText"),
    "policyDefinitionResources": ("displayName", "description", "annotation", "resources"),
    "stringTable": ("string",), "presentationTable": ("presentation",),
    "presentation": (
        "text", "decimalTextBox", "textBox", "checkBox", "comboBox", "dropdownList", "listBox", "multiTextBox",
    ),
    "textBox": ("label", "defaultValue"),
}  # fmt: skip
"""Element -> its children, in their order where there is one. An element that is missing here has none."""

UNORDERED = {"elements", "presentation"}

ATTRIBUTES: dict[str, tuple[set[str], set[str]]] = {
    "policyDefinitions": ({"revision", "schemaVersion"}, set()),
    "policyDefinitionResources": ({"revision", "schemaVersion"}, set()),
    "target": ({"prefix", "namespace"}, set()),
    "definition": ({"name", "displayName"}, set()),
    "category": ({"name", "displayName"}, {"explainText"}),
    "policy": ({"name", "class", "displayName", "key"}, {"explainText", "presentation", "valueName"}),
    "parentCategory": ({"ref"}, set()),
    "enabledList": (set(), {"defaultKey"}), "disabledList": (set(), {"defaultKey"}),
    "text": ({"id", "valueName"}, {"key", "required", "maxLength", "expandable", "soft"}),
    "enum": ({"id", "valueName"}, {"key", "required"}),
    "list": ({"id"}, {"key", "valuePrefix", "additive", "expandable", "explicitValue"}),
    "string": (set(), {"id"}), "presentation": ({"id"}, set()),
    "textBox": ({"refId"}, set()), "listBox": ({"refId"}, set()),
    "dropdownList": ({"refId"}, {"noSort", "defaultItem"}),
}  # fmt: skip
"""Element -> required and optional attributes, for those that have any we use; `item` depends on where it stands."""

CONTROL = {"text": "textBox", "enum": "dropdownList", "list": "listBox"}
LONGEST_VALUE = 255
TOKEN = re.compile(r"^[A-Za-z0-9_]+$")


def problems(admx: str, adml: str) -> list[str]:
    """Everything that is wrong; empty = both can be used."""
    template, words = ET.fromstring(admx), ET.fromstring(adml)  # noqa: S314  what we have just written ourselves
    shape = [*_shape(template), *_shape(words)]
    return shape or [*_texts(template, words), *_names(template), *_controls(template, words)]


def _tag(element: ET.Element) -> str:
    return element.tag.removeprefix(SPACE)


def _shape(element: ET.Element) -> Iterator[str]:
    tag = _tag(element)
    if not element.tag.startswith(SPACE):
        yield f"{tag} is not in the namespace of policy definitions"
    known = ("stringTable", "presentationTable") if tag == "resources" and len(element) else CHILDREN.get(tag, ())
    places = [known.index(_tag(child)) if _tag(child) in known else -1 for child in element]
    if -1 in places:
        yield f"{tag} may not hold {_tag(element[places.index(-1)])}"
    elif tag not in UNORDERED and places != sorted(places):
        yield f"the children of {tag} are not in the order of the schema"
    required, optional = ATTRIBUTES.get(tag, (set(), set(element.attrib)))
    if strange := set(element.attrib) - required - optional:
        yield f"{tag} may not have {sorted(strange)}"
    if missing := required - set(element.attrib):
        yield f"{tag} lacks {sorted(missing)}"
    if tag == "value" and len(element.findtext(f"{SPACE}string") or "") > LONGEST_VALUE:
        yield f"a value has more than {LONGEST_VALUE} characters"
    for child in element:
        yield from _shape(child)


def _texts(template: ET.Element, words: ET.Element) -> Iterator[str]:
    tables = {
        "string": [element.get("id") for element in words.iter(f"{SPACE}string")],
        "presentation": [element.get("id") for element in words.iter(f"{SPACE}presentation")],
    }
    used: dict[str, set[str]] = {"string": set(), "presentation": set()}
    for element in template.iter():
        for value in element.attrib.values():
            if reference := re.fullmatch(r"\$\((string|presentation)\.(\w+)\)", value):
                used[reference[1]].add(reference[2])
    for kind, ids in tables.items():
        if len(ids) != len(set(ids)):
            yield f"a {kind} has two meanings"
        yield from (f"{kind} {name} is missing" for name in sorted(used[kind] - set(ids)))
        yield from (f"{kind} {name} is used by nobody" for name in sorted(set(ids) - used[kind]))


def _names(template: ET.Element) -> Iterator[str]:
    categories = {element.get("name") for element in template.iter(f"{SPACE}category")}
    supports = {element.get("name") for element in template.iter(f"{SPACE}definition")}
    policies = [policy.get("name", "") for policy in template.iter(f"{SPACE}policy")]
    if len(policies) != len(set(policies)):
        yield "two policies have one name"
    for policy in template.iter(f"{SPACE}policy"):
        name, key = policy.get("name", ""), policy.get("key", "")
        if not TOKEN.match(name):
            yield f"{name} is no name for a policy"
        if policy.get("class") not in {"Machine", "User", "Both"}:
            yield f"{name}: there is no class {policy.get('class')}"
        if not key.lower().startswith("software\\policies\\"):
            yield f"{name}: {key} would stay behind when the policy goes"
        if (parent := policy.find(f"{SPACE}parentCategory")) is None or parent.get("ref") not in categories:
            yield f"{name}: its category is not there"
        if (support := policy.find(f"{SPACE}supportedOn")) is None or support.get("ref") not in supports:
            yield f"{name}: what it is supported on is not there"


def _controls(template: ET.Element, words: ET.Element) -> Iterator[str]:
    presentations = {element.get("id"): element for element in words.iter(f"{SPACE}presentation")}
    for policy in template.iter(f"{SPACE}policy"):
        elements = policy.find(f"{SPACE}elements")
        wanted = {item.get("id"): CONTROL[_tag(item)] for item in elements} if elements is not None else {}
        shown = policy.get("presentation", "")[len("$(presentation.") : -1]
        there = {item.get("refId"): _tag(item) for item in presentations.get(shown, ())}
        if wanted != there:
            yield f"{policy.get('name')}: its elements {wanted} and its controls {there} do not match"

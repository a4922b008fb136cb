"""The administrative template for group policy and Intune: what may be set (ADMX). Its words are in `adml.py`.

One template a browser: installing the extension, and each of its managed settings. `force` writes under a number of ours
(see `registry.py`). Class is Machine throughout: Second Look is installed for the computer. Pure.
Source: Microsoft's documentation of the ADMX schema (namespace 2006/07).
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from secondlook.browser_policies.managed_settings import ManagedSetting, managed_settings
from secondlook.browser_policies.registry import registry_keys, settings_path
from secondlook.browser_policies.wanted import Wanted

NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
REVISION = {"revision": "1.0", "schemaVersion": "1.0", "xmlns": NAMESPACE}
SUPPORTED, CATEGORY, FORCE, HOST = "Supported", "SecondLook", "InstallExtension", "AllowHost"
LONGEST = "1023"
"""Characters of a text value; Intune takes no more."""


def template_name(wanted: Wanted) -> str:
    """The file's name without its ending, which ADMX and ADML share."""
    return f"SecondLook-{wanted.browser}"


def admx(wanted: Wanted) -> str:
    """The template, as XML."""
    root = ET.Element("policyDefinitions", REVISION)
    spaces = ET.SubElement(root, "policyNamespaces")
    ET.SubElement(spaces, "target", prefix="secondlook", namespace=f"SecondLook.Policies.{wanted.browser.title()}")
    ET.SubElement(root, "resources", minRequiredRevision="1.0")
    definitions = ET.SubElement(ET.SubElement(root, "supportedOn"), "definitions")
    ET.SubElement(definitions, "definition", name=SUPPORTED, displayName=_string(SUPPORTED))
    ET.SubElement(ET.SubElement(root, "categories"), "category", name=CATEGORY, displayName=_string(CATEGORY))
    policies = ET.SubElement(root, "policies")
    for name, path, values in switches(wanted):
        _switch(policies, name, path, values)
    for setting in managed_settings():
        _setting(policies, setting, settings_path(wanted))
    return to_xml(root)


def switches(wanted: Wanted) -> list[tuple[str, str, dict[str, str]]]:
    """Policies that are merely on or off: name, key, and the values that stand while it is on."""
    keys = [key for key in registry_keys(wanted) if key.values and not key.path.startswith(settings_path(wanted))]
    return [(name, key.path, key.values) for name, key in zip((FORCE, HOST), keys, strict=False)]


def to_xml(root: ET.Element) -> str:
    """Indented, with declaration."""
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _switch(policies: ET.Element, name: str, path: str, values: dict[str, str]) -> None:
    """Several values go into lists, because a policy has one `valueName` only."""
    policy = _policy(policies, name, path)
    for wish in ("enabled", "disabled"):
        items = ET.SubElement(policy, f"{wish}List", defaultKey=path)
        for value_name, text in values.items():
            value = ET.SubElement(ET.SubElement(items, "item", valueName=value_name), "value")
            if wish == "enabled":
                ET.SubElement(value, "string").text = text
            else:
                ET.SubElement(value, "delete")


def _setting(policies: ET.Element, setting: ManagedSetting, path: str) -> None:
    policy = _policy(policies, setting.name, path, presentation=True)
    elements = ET.SubElement(policy, "elements")
    if setting.kind == "list":
        ET.SubElement(elements, "list", id=setting.name, key=rf"{path}\{setting.name}", valuePrefix="")
    elif setting.options:
        choice = ET.SubElement(elements, "enum", id=setting.name, valueName=setting.name, required="true")
        for option in setting.options:
            item = ET.SubElement(choice, "item", displayName=_string(f"{setting.name}_{option}"))
            ET.SubElement(ET.SubElement(item, "value"), "string").text = option
    else:
        ET.SubElement(elements, "text", id=setting.name, valueName=setting.name, required="true", maxLength=LONGEST)


def _policy(policies: ET.Element, name: str, path: str, *, presentation: bool = False) -> ET.Element:
    shown = {"presentation": f"$(presentation.{name})"} if presentation else {}
    attributes = {"displayName": _string(name), "explainText": _string(f"{name}_Explain"), "key": path, **shown}
    policy = ET.SubElement(policies, "policy", {"name": name, "class": "Machine", **attributes})
    ET.SubElement(policy, "parentCategory", ref=CATEGORY)
    ET.SubElement(policy, "supportedOn", ref=SUPPORTED)
    return policy


def _string(name: str) -> str:
    return f"$(string.{name})"

"""The words of the administrative template (ADML, en-US): names, explanations, and the controls of each setting. Pure."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from secondlook.browser_policies.admx import CATEGORY, HOST, REVISION, SUPPORTED, switches, to_xml
from secondlook.browser_policies.managed_settings import ManagedSetting, managed_settings
from secondlook.browser_policies.wanted import Wanted

LANGUAGE = "en-US"


def adml(wanted: Wanted) -> str:
    """The language file, as XML."""
    root = ET.Element("policyDefinitionResources", REVISION)
    ET.SubElement(root, "displayName").text = f"Second Look for {wanted.browser_name}"
    ET.SubElement(root, "description").text = "The Second Look extension: installation and settings."
    resources = ET.SubElement(root, "resources")
    table = ET.SubElement(resources, "stringTable")
    for name, text in _words(wanted).items():
        ET.SubElement(table, "string", id=name).text = text
    presentations = ET.SubElement(resources, "presentationTable")
    for setting in managed_settings():
        _control(ET.SubElement(presentations, "presentation", id=setting.name), setting)
    return to_xml(root)


def _words(wanted: Wanted) -> dict[str, str]:
    browser = wanted.browser_name
    words = {
        SUPPORTED: f"{browser} with the Second Look extension",
        CATEGORY: f"Second Look for {browser}",
    }
    for name, _path, _values in switches(wanted):
        words[name], words[f"{name}_Explain"] = _switch_in_words(name, wanted)
    for setting in managed_settings():
        words[setting.name] = setting.title
        words[f"{setting.name}_Explain"] = _explanation(setting)
        words |= {f"{setting.name}_{option}": option for option in setting.options if setting.kind == "text"}
    return words


def _switch_in_words(name: str, wanted: Wanted) -> tuple[str, str]:
    """Title and explanation, with what to do where the browser's own template holds such a list already."""
    browser = wanted.browser_name
    if name == HOST:
        return "Let the extension reach its agent", (
            f"Enabled: the native-messaging host {wanted.host} is allowed, also where all others are forbidden."
            f" If {browser}'s own template already holds such a list, add {wanted.host} there instead."
        )
    explained = (
        f"Enabled: {browser} installs Second Look from {wanted.extension_url}, and nobody can switch it off."
        " Disabled or not configured: it is not installed by this policy."
    )
    if wanted.browser != "firefox":
        explained += (
            f" If {browser}'s own template already holds a list of extensions to install, add this line there"
            f" instead: {wanted.forcelist_entry}"
        )
    return "Install the extension", explained


def _explanation(setting: ManagedSetting) -> str:
    if setting.kind == "list":
        return f"{setting.description} One word a line: {', '.join(setting.options)}."
    return setting.description


def _control(presentation: ET.Element, setting: ManagedSetting) -> None:
    if setting.kind == "list":
        ET.SubElement(presentation, "listBox", refId=setting.name).text = setting.title
    elif setting.options:
        ET.SubElement(presentation, "dropdownList", refId=setting.name, noSort="true").text = setting.title
    else:
        box = ET.SubElement(presentation, "textBox", refId=setting.name)
        ET.SubElement(box, "label").text = setting.title

"""What the MSI says, as WiX source for wixl: every file, the autostart, the native-messaging keys, the browser policies. Pure.

Component ids and GUIDs follow from the path alone, so that they are the same in every version, as Windows Installer asks.
The install folder is fixed (a private property), because browser policies name it. Called by `msi.py`.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from secondlook.browser_policies.registry import RegistryKey
from secondlook.install_host import REGISTRY_KEYS, Browser

UPGRADE_CODE = "C1B1E7B5-9F0A-5C58-9B0E-6C2F4C1F3A57"
"""The same in every version for ever: Windows knows by it that a package is another version of ours."""
NAME, MAKER = "Second Look", "Second Look"
FOLDER, DISTRICT_FOLDER = "InstallFolder", "DistrictFolder"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_SPACE = "http://schemas.microsoft.com/wix/2006/wi"
_GUIDS = uuid.uuid5(uuid.UUID(UPGRADE_CODE), "components")


@dataclass(frozen=True)
class Product:
    """What differs from build to build.

    Attributes:
        version: three numbers.
        payload: the folder with every file, as it will be in Program Files.
        host: name of the native-messaging host.
        manifests: browser → its manifest's path below the payload, with backslashes.
        policies: what the optional feature sets.
        agent: the program that starts at log-on.
        mark: what stands behind the name in a build that is no release.

    """

    version: str
    payload: Path
    host: str
    manifests: dict[Browser, str]
    policies: list[RegistryKey]
    agent: str
    mark: str = ""


def wix_source(product: Product) -> str:
    """The source, as XML."""
    root = ET.Element("Wix", xmlns=_SPACE)
    made = ET.SubElement(
        root, "Product", Id="*", Name=f"{NAME}{product.mark}", Manufacturer=MAKER, Language="1033",
        Version=product.version, UpgradeCode=f"{{{UPGRADE_CODE}}}",
    )  # fmt: skip
    ET.SubElement(
        made, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine",
        Description=f"{NAME} {product.version}", Manufacturer=MAKER,
    )  # fmt: skip
    ET.SubElement(made, "Media", Id="1", Cabinet="all.cab", EmbedCab="yes")
    ET.SubElement(made, "MajorUpgrade", DowngradeErrorMessage="A newer version of Second Look is installed already.")
    ET.SubElement(made, "Property", Id="ARPNOMODIFY", Value="1")
    # wixl writes no file versions into its tables, and Windows keeps a file with a version before one without: python.exe of
    # the old package would count as newer, stay out of the new one, and go with the old. "a" takes every file of the new one.
    ET.SubElement(made, "Property", Id="REINSTALLMODE", Value="amus")
    ET.SubElement(made, "Property", Id="MSIRESTARTMANAGERCONTROL", Value="Disable")
    top = ET.SubElement(made, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = ET.SubElement(top, "Directory", Id="ProgramFiles64Folder")
    here = ET.SubElement(programs, "Directory", Id=FOLDER, Name=NAME)
    agent = [*_files(here, product.payload, product.payload), _hosts(here, product), _district_folder(top)]
    feature = ET.SubElement(
        made, "Feature", Id="Agent", Title=NAME, Level="1", Absent="disallow", Description="Agent and extension files"
    )
    _refer(feature, agent)
    start = ET.SubElement(made, "Feature", Id="Autostart", Title="Start at log-on", Level="1")
    _refer(start, [_autostart(here, product.agent)])
    policy = ET.SubElement(made, "Feature", Id="BrowserPolicy", Title="Browser policies", Level="1000")
    _refer(policy, [_policies(here, product.policies)])
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode")


def _files(parent: ET.Element, folder: Path, root: Path) -> Iterable[str]:
    """Declare what lies in a folder, one component a file; returns the components' ids."""
    for path in sorted(folder.iterdir()):
        name = path.relative_to(root).as_posix()
        if path.is_dir():
            inner = ET.SubElement(parent, "Directory", Id=_id("d", name), Name=path.name)
            yield from _files(inner, path, root)
        else:
            component = _component(parent, name)
            ET.SubElement(component, "File", Id=_id("f", name), Name=path.name, Source=name, KeyPath="yes")
            yield component.attrib["Id"]


def _hosts(parent: ET.Element, product: Product) -> str:
    component = _component(parent, "native-messaging-keys")
    for browser, manifest in product.manifests.items():
        key = rf"{REGISTRY_KEYS[browser]}\{product.host}"
        _value(component, RegistryKey(key, ours=True), "", f"[{FOLDER}]{manifest}")
    return component.attrib["Id"]


def _district_folder(top: ET.Element) -> str:
    """Where IT lays the district's settings. Made here because ordinary users may write into a folder made later by hand."""
    data = ET.SubElement(top, "Directory", Id="CommonAppDataFolder")
    component = _component(ET.SubElement(data, "Directory", Id=DISTRICT_FOLDER, Name="SecondLook"), "district-folder")
    ET.SubElement(component, "CreateFolder")
    return component.attrib["Id"]


def _autostart(parent: ET.Element, agent: str) -> str:
    component = _component(parent, "autostart")
    _value(component, RegistryKey(RUN_KEY), NAME, f'"[{FOLDER}]{agent}"')
    return component.attrib["Id"]


def _policies(parent: ET.Element, keys: list[RegistryKey]) -> str:
    component = _component(parent, "browser-policies")
    for key in keys:
        for name, text in key.values.items():
            _value(component, key, name, text)
    return component.attrib["Id"]


def _value(component: ET.Element, key: RegistryKey, name: str, text: str) -> None:
    """One text value; the first of a component is what Windows Installer looks at to see whether it is there."""
    named = {"Name": name} if name else {}
    first = {"KeyPath": "yes"} if len(component) == 0 else {}
    ET.SubElement(
        component, "RegistryValue", {"Root": "HKLM", "Key": key.path, **named, "Type": "string", "Value": text, **first}
    )


def _component(parent: ET.Element, name: str) -> ET.Element:
    guid = str(uuid.uuid5(_GUIDS, name)).upper()
    return ET.SubElement(parent, "Component", Id=_id("c", name), Guid=f"{{{guid}}}", Win64="yes")


def _refer(feature: ET.Element, components: Iterable[str]) -> None:
    for component in components:
        ET.SubElement(feature, "ComponentRef", Id=component)


def _id(kind: str, name: str) -> str:
    """An identifier of Windows Installer, at most 72 characters, from a path."""
    return f"{kind}{hashlib.sha256(name.encode()).hexdigest()[:32]}"

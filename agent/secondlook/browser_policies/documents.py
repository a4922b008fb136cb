"""Browser and platform → the files that an administrator lays down, each with its place. Writes nothing. Pure.

Called by `secondlook policies` and by the builders of the packages.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from secondlook.browser_policies import chromium_json, firefox_json
from secondlook.browser_policies.adml import LANGUAGE, adml
from secondlook.browser_policies.admx import admx, template_name
from secondlook.browser_policies.mobileconfig import mobileconfig
from secondlook.browser_policies.reg_file import reg_file, reg_file_to_remove
from secondlook.browser_policies.registry import registry_keys
from secondlook.browser_policies.wanted import Wanted


@dataclass(frozen=True)
class Document:
    """One file.

    Attributes:
        name: its path below the folder that was asked for.
        content: its bytes, as the platform wants them.
        place: what to do with it, in one sentence.

    """

    name: str
    content: bytes
    place: str


def documents(wanted: Wanted) -> list[Document]:
    """The files of one browser on one platform, the most telling one first."""
    if wanted.platform == "windows":
        return _for_windows(wanted)
    if wanted.platform == "macos":
        name = f"second-look-{wanted.browser}.mobileconfig"
        return [Document(name, mobileconfig(wanted), "Send it to the Macs by your MDM.")]
    return [_for_linux(wanted)]


def as_json(policy: dict[str, Any]) -> bytes:
    """JSON as the other files of the product are written."""
    return (json.dumps(policy, indent=2, ensure_ascii=False) + "\n").encode()


def _for_linux(wanted: Wanted) -> Document:
    if wanted.browser == "firefox":
        policy = {"policies": firefox_json.firefox_policy(wanted)}
        return Document(firefox_json.NAME, as_json(policy), f"It belongs into {firefox_json.FOLDER}.")
    place = chromium_json.FOLDERS[wanted.browser]
    return Document(chromium_json.NAME, as_json(chromium_json.chromium_policy(wanted)), f"It belongs into {place}.")


def _for_windows(wanted: Wanted) -> list[Document]:
    keys = registry_keys(wanted)
    name, template = f"second-look-{wanted.browser}", template_name(wanted)
    central = "It belongs into the central store, PolicyDefinitions, or into Intune's imported templates"
    return [
        Document(f"{name}.reg", _utf_16(reg_file(keys)), "Import it as an administrator: reg import FILE."),
        Document(f"{name}-remove.reg", _utf_16(reg_file_to_remove(keys)), "It takes the same values away again."),
        Document(f"{template}.admx", admx(wanted).encode(), f"{central}."),
        Document(f"{LANGUAGE}/{template}.adml", adml(wanted).encode(), f"{central}, together with the .admx."),
    ]


def _utf_16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")

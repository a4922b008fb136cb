"""The same wishes as values of the Windows registry, for `.reg`, the ADMX template and the installer. Pure.

Lists of Chrome and Edge are numbered values, and everybody starts at 1: ours has a number of its own, so that importing it
never replaces somebody's first entry and removing it takes away nothing else. Firefox reads a list only from 1 on, so for
Firefox everything of ours lies in keys that bear our own id. Source: Chrome's and Mozilla's Windows policy pages and
Firefox's registry reader (WindowsGPOParser).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from secondlook.browser_policies.chromium_json import FORCELIST, HOSTS
from secondlook.browser_policies.wanted import Wanted

OUR_NUMBER = "7301"
ROOTS = {
    "chromium": r"SOFTWARE\Policies\Chromium",
    "chrome": r"SOFTWARE\Policies\Google\Chrome",
    "edge": r"SOFTWARE\Policies\Microsoft\Edge",
    "firefox": r"SOFTWARE\Policies\Mozilla\Firefox",
}
"""Below HKEY_LOCAL_MACHINE, 64-bit view."""


@dataclass(frozen=True)
class RegistryKey:
    """Text values below one key.

    Attributes:
        path: below HKEY_LOCAL_MACHINE.
        ours: the whole key is ours and goes with us; else only these values do.

    """

    path: str
    values: dict[str, str] = field(default_factory=dict)
    ours: bool = False


def registry_keys(wanted: Wanted) -> list[RegistryKey]:
    """Every key that is ours or holds something of ours. A list setting is a key of its own, numbered from 1."""
    root = ROOTS[wanted.browser]
    if wanted.browser == "firefox":
        install = {"installation_mode": "force_installed", "install_url": wanted.extension_url}
        keys = [RegistryKey(rf"{root}\ExtensionSettings\{wanted.extension_id}", install, ours=True)]
    else:
        keys = [
            RegistryKey(rf"{root}\{FORCELIST}", {OUR_NUMBER: wanted.forcelist_entry}),
            RegistryKey(rf"{root}\{HOSTS}", {OUR_NUMBER: wanted.host}),
        ]
    return keys + _settings(wanted)


def settings_path(wanted: Wanted) -> str:
    """The key whose values the browser hands to the extension as `storage.managed`."""
    root = ROOTS[wanted.browser]
    if wanted.browser == "firefox":
        return rf"{root}\3rdparty\Extensions\{wanted.extension_id}"
    return rf"{root}\3rdparty\extensions\{wanted.extension_id}\policy"


def _settings(wanted: Wanted) -> list[RegistryKey]:
    path = settings_path(wanted)
    texts = {name: value for name, value in wanted.settings.items() if isinstance(value, str)}
    keys = [RegistryKey(path.removesuffix(r"\policy"), ours=True), RegistryKey(path, texts, ours=True)]
    for name, words in wanted.settings.items():
        if not isinstance(words, str):
            numbered = {str(number): word for number, word in enumerate(words, 1)}
            keys.append(RegistryKey(rf"{path}\{name}", numbered, ours=True))
    return keys

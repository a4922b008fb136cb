"""Who may write a file on Windows: its owner and access list, as the text form (SDDL) that Windows gives.

Reading that text is pure and tested everywhere; fetching it needs Windows. %ProgramData% lets every user make files in new
folders, so a folder that was made there without rights of its own is refused here. Called by `ownership.py` and `key.py`.

Source of the letters and bits: Microsoft, "Security Descriptor String Format" and "ACE Strings".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from secondlook.district.manifest import BadDistrictError

ADMINISTRATORS = frozenset({
    "BA", "SY", "S-1-5-32-544", "S-1-5-18",
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",  # TrustedInstaller
})  # fmt: skip
"""The Administrators group, the system itself, and Windows' own installer."""
EVERYBODY = frozenset({"WD", "BU", "AU", "IU", "BG", "AN", "S-1-1-0", "S-1-5-32-545", "S-1-5-11", "S-1-5-4", "S-1-5-7"})
"""Everyone, Users, Authenticated Users, Interactive, Guests, Anonymous."""
MEND = r"Take the rights away: icacls PATH /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX"
_READ_ONLY_WORDS = ("GR", "GX", "FR", "FX", "RC", "CC", "SW", "WP", "LO")
"""For a file: read and run, read its rights, data, extended attributes, run, attributes. A word that is not here counts as writing."""
_WRITE_BITS = (
    0x0002 | 0x0004 | 0x0010 | 0x0040 | 0x0100 | 0x00010000 | 0x00040000 | 0x00080000 | 0x10000000 | 0x40000000
)
"""Write or add, append, write attributes of both kinds, delete a child, delete, change rights, take over, all, generic write."""
_ENTRY = re.compile(r"\(([A-Z]+);([^;()]*);([^;()]*);[^;()]*;[^;()]*;([^;()]*)")
"""Kind, flags, rights and whose, of an entry; what may follow is a condition, which we do not weigh."""


def outsiders(sddl: str) -> Iterator[str]:
    """Whoever is no administrator and owns or may write what the descriptor is of, as SDDL names or SIDs.

    A descriptor that we cannot read, or that has no access list (everybody may do everything), yields "?".
    """
    owner = re.match(r"O:(S-[0-9-]+|[A-Z]{2})", sddl)
    if owner is None or "D:" not in sddl or "NO_ACCESS_CONTROL" in sddl:
        yield "?"
        return
    if owner[1] not in ADMINISTRATORS:
        yield owner[1]
    for _, _, rights, who in _granted(sddl):
        if who not in ADMINISTRATORS and _may_write(rights):
            yield who


def open_to_all(sddl: str) -> bool:
    """Whether a group that everybody is in has any right at all; so it may not be for the key, which a group of staff reads."""
    return any(who in EVERYBODY for _, _, _, who in _granted(sddl)) or "?" in outsiders(sddl)


def _granted(sddl: str) -> Iterator[tuple[str, str, str, str]]:
    """The entries that give rights to the path itself: kind, flags, rights, whose."""
    for entry in _ENTRY.findall(sddl.partition("D:")[2].partition("S:(")[0]):
        # What takes rights away, and what is about files that will be made below, gives none here.
        if entry[0] not in ("D", "OD", "XD") and "IO" not in _pairs(entry[1]):
            yield entry


def _may_write(rights: str) -> bool:
    if rights.startswith("0x"):
        return bool(int(rights, 16) & _WRITE_BITS)
    return any(word not in _READ_ONLY_WORDS for word in _pairs(rights))


def _pairs(letters: str) -> list[str]:
    return [letters[at : at + 2] for at in range(0, len(letters), 2)]


def check_windows_rights(path: Path) -> None:
    """Refuse a path that somebody but administrators may write.

    Raises:
        BadDistrictError: naming the path; never a user.

    """
    if any(outsiders(descriptor_of(path))):
        raise BadDistrictError(f"{path}: ordinary users can write here. {MEND}")


def descriptor_of(path: Path) -> str:
    """Owner and access list of a path as SDDL. Windows only."""
    import ctypes  # noqa: PLC0415  needed on Windows alone

    windows: Any = ctypes
    advapi, kernel = windows.windll.advapi32, windows.windll.kernel32
    descriptor, text = ctypes.c_void_p(), ctypes.c_wchar_p()
    owner_and_list, file_object, revision = 0x1 | 0x4, 1, 1
    failed = advapi.GetNamedSecurityInfoW(
        str(path), file_object, owner_and_list, None, None, None, None, ctypes.byref(descriptor)
    )
    if failed:
        raise BadDistrictError(f"{path}: its rights cannot be read (error {failed}).")
    try:
        if not advapi.ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor, revision, owner_and_list, ctypes.byref(text), None
        ):
            raise BadDistrictError(f"{path}: its rights cannot be read.")
        return text.value or ""
    finally:
        kernel.LocalFree(ctypes.cast(text, ctypes.c_void_p))
        kernel.LocalFree(descriptor)

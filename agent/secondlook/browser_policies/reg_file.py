"""`.reg` files for Windows: one that sets our values and one that takes the same values away. Pure.

Keys that are ours alone are emptied first, so that a setting that is no longer wanted goes; in keys that others use as
well only our own value is touched.
"""

from __future__ import annotations

from secondlook.browser_policies.registry import RegistryKey

_HEAD = "Windows Registry Editor Version 5.00"
_HIVE = "HKEY_LOCAL_MACHINE"


def reg_file(keys: list[RegistryKey]) -> str:
    """Text with Windows line ends; write it as UTF-16 with a byte-order mark, as regedit does."""
    parts = [_HEAD]
    parts += [rf"[-{_HIVE}\{path}]" for path in _roots_of_ours(keys)]
    for key in (key for key in keys if key.values):
        values = [f"{_quoted(name)}={_quoted(value)}" for name, value in key.values.items()]
        parts.append("\n".join([rf"[{_HIVE}\{key.path}]", *values]))
    return _lines(parts)


def reg_file_to_remove(keys: list[RegistryKey]) -> str:
    """The reverse: our keys whole, of shared keys our value alone."""
    parts = [_HEAD]
    parts += [rf"[-{_HIVE}\{path}]" for path in _roots_of_ours(keys)]
    for key in keys:
        if not key.ours:
            parts.append("\n".join([rf"[{_HIVE}\{key.path}]", *(f"{_quoted(name)}=-" for name in key.values)]))
    return _lines(parts)


def _roots_of_ours(keys: list[RegistryKey]) -> list[str]:
    """Keys of ours that lie in no other key of ours: deleting one takes those below it along."""
    ours = dict.fromkeys(key.path for key in keys if key.ours)
    return [path for path in ours if not any(path.startswith(f"{other}\\") for other in ours if other != path)]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _lines(parts: list[str]) -> str:
    return ("\n\n".join(parts) + "\n").replace("\n", "\r\n")

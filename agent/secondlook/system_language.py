"""The language of the person's desktop, as one of our three. Reads the environment, or asks Windows. Used where no request says it."""

from __future__ import annotations

import locale
import os
import sys

from secondlook.contract import Language


def system_language() -> Language:
    """What the desktop is set to; English when that is none of ours."""
    for name in _names():
        primary = name[:2].lower()
        if primary in ("en", "es", "pt"):
            return primary  # type: ignore[return-value]  # one of the three, as just tested
    return "en"


def _names() -> list[str]:
    """Locale names in the order of gettext, such as `pt_BR.UTF-8`."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  Windows alone

        chosen = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return [locale.windows_locale.get(chosen, "en")]
    said = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    first = next((name for name in said if name), "")
    if first in ("C", "POSIX", "C.UTF-8"):
        return []
    return [*os.environ.get("LANGUAGE", "").split(":"), first]

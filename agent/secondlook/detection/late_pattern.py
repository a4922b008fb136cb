"""A regular expression that is compiled when it is first asked: most texts never ask most of them, and the first answer waits for none.

Once compiled its methods are those of `re.Pattern`, at the same price. For patterns behind a quick look (a word, a sign), not for
those that every text meets. Called by the modules that hold them; a test compiles all of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "pattern")


class _LatePattern:
    def __init__(self, written: str, flags: re.RegexFlag) -> None:
        self._written, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:
        """Python asks here only for what is not there yet, so until it is compiled."""
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = re.compile(self._written, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def late(written: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The pattern so written; a mistake in it shows when it is first asked."""
    return cast("re.Pattern[str]", _LatePattern(written, flags))

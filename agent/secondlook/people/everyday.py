"""Everyday words that must not be taken for names without more proof, read once from `everyday_words.json`.

Called by the search. Knows nothing of rosters: a word is everyday for every district.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("everyday_words.json")


@cache
def everyday_words() -> frozenset[str]:
    """Words of ordinary English, Spanish and Portuguese, folded; many are names as well (Will, Grace, Sol)."""
    lists = json.loads(_FILE.read_text(encoding="utf-8"))
    return frozenset(word for name in ("grammar", "en", "es", "pt") for line in lists[name] for word in line.split())


@cache
def grammar_words() -> frozenset[str]:
    """Words so frequent that a capital at the start of a sentence proves nothing ("Will Day 3 be cancelled?")."""
    return frozenset(word for line in json.loads(_FILE.read_text(encoding="utf-8"))["grammar"] for word in line.split())

"""Puts an empty stand-in where spaCy keeps its command line, before spaCy is imported.

Nothing here needs it, it would take a sixth of the loading time and eight megabytes, and it holds the one function by
which spaCy downloads: a missing model can then be fetched by nobody, whatever a library thinks best. Called by
`engine.py`.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def refuse_downloads() -> None:
    """Make `spacy.cli` a package without anything in it, unless spaCy has been imported already."""
    if "spacy" in sys.modules:
        return
    empty: dict[str, Any] = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": ModuleType("spacy.cli.info")}
    empty["spacy.cli"].__path__ = []
    empty["spacy.cli"].info = empty["spacy.cli.info"]
    empty["spacy.cli.info"].info = None  # `spacy/__init__.py` imports this name
    sys.modules.update(empty)

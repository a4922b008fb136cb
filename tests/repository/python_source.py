"""Reads the agent's Python as text: modules, what they import, how long their functions are. Runs none of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "agent" / "secondlook"


@dataclass(frozen=True)
class Module:
    """One file of the agent.

    Attributes:
        path: where it lies.
        name: dotted name below `secondlook`, such as `policy.decide`.
        tree: its parsed source.
    """

    path: Path
    name: str
    tree: ast.Module

    def imports(self) -> Iterator[str]:
        """Every dotted name this module imports, lazily or not; `secondlook.` included."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def modules() -> list[Module]:
    """All modules of the agent, `__init__` files named for their package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(path, name, ast.parse(path.read_text(encoding="utf-8"))))
    return found

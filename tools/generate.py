"""Writes every generated file of the repository (`make gen`), or with `--check` only says which are stale.

One generator = one line of `GENERATED`: a function that returns path -> text, paths from the repository's root.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import generate_clause_table
import generate_openapi
import generate_policy_page
import generate_schema
import generate_troubleshoot
import generate_typescript

ROOT = Path(__file__).resolve().parent.parent


def _schemas() -> dict[str, str]:
    return {f"shared_rules/schema/{name}": text for name, text in generate_schema.folder_schemas().items()}


GENERATED: tuple[Callable[[], dict[str, str]], ...] = (
    _schemas,
    lambda: {"extension/src/contract.gen.ts": generate_typescript.contract_types()},
    lambda: {"extension/src/away.gen.ts": generate_typescript.away_table_ts()},
    lambda: {"extension/src/clauses.gen.ts": generate_typescript.clauses_ts()},
    lambda: {"docs/quality.md": generate_clause_table.quality_page()},
    lambda: {"docs/policy.md": generate_policy_page.policy_page()},
    lambda: {"docs/admin/troubleshoot.md": generate_troubleshoot.troubleshoot_page()},
    lambda: {"docs/openapi.json": generate_openapi.document()},
)
"""Each returns path -> text. Order does not matter; a generator reads sources, never another generator's output.

Of `docs/quality.md` the measured part is such a source, and goes through unchanged."""


def stale() -> Iterator[tuple[Path, str]]:
    """Generated files whose text on disk is not what would be written now."""
    for make in GENERATED:
        for name, text in make().items():
            path = ROOT / name
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                yield path, text


def main(arguments: list[str]) -> int:
    """Exit status: 0 = fresh or written, 1 = `--check` found a stale file."""
    found = list(stale())
    if "--check" in arguments:
        for path, _ in found:
            print(f"{path.relative_to(ROOT)} is stale: run `make gen`")
        return 1 if found else 0
    for path, text in found:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

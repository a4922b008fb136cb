"""Generated files are committed and fresh: what `make gen` would write is what is there."""

from __future__ import annotations

import json
import subprocess
import sys

from policy.cases import SHARED_RULES, shipped_policy

ROOT = SHARED_RULES.parent


def test_generated_files_are_fresh():
    """`tools/generate.py --check` finds nothing to write."""
    done = subprocess.run(
        [sys.executable, "tools/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_stale_file_is_noticed(tmp_path):
    """`--check` says which file is stale, fails, and writes nothing."""
    script = (
        "import pathlib, sys; sys.path.insert(0, 'tools'); import generate;"
        f"generate.ROOT = pathlib.Path({str(tmp_path)!r});"
        "generate.GENERATED = (lambda: {'made.txt': 'new'},);"
        "raise SystemExit(generate.main(sys.argv[1:]))"
    )

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )

    assert (run("--check").returncode, run("--check").stdout) == (1, "made.txt is stale: run `make gen`\n")
    assert not (tmp_path / "made.txt").exists()
    assert run().returncode == 0
    assert (tmp_path / "made.txt").read_text(encoding="utf-8") == "new"
    assert run("--check").returncode == 0


def test_every_file_names_a_schema_that_is_there():
    """The `$schema` in a file of the policy folder leads to a generated schema."""
    files = [
        path for path in SHARED_RULES.rglob("*.json") if path.parent.name != "schema" and "packs" not in path.parts
    ]
    for path in files:
        named = json.loads(path.read_text(encoding="utf-8")).get("$schema")
        if path.parent.name != "terms":
            assert named, f"{path.name} names no schema"
        assert named is None or (path.parent / named).is_file()


def test_every_row_of_the_clause_table_is_green():
    """The table has a row for each clause of the shipped policy, and none of them is red."""
    table = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8").partition("## By clause\n")[2]
    rows = {line.split(" | ")[0].strip("| "): line for line in table.splitlines() if line.startswith("| ")}
    assert set(shipped_policy().clauses) == set(rows) - {"clause"}
    assert all(rows[key].split(" | ")[-1].startswith("green") for key in shipped_policy().clauses)

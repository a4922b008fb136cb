"""The shape of the tree: sizes, names, opening words, and where the browser's API may be spoken."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from repository.python_source import PACKAGE, ROOT, modules

MOST_LINES = 400
MOST_FUNCTION_LINES = 40
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler", "data", "process"}
SOURCE = {".py", ".ts", ".mjs", ".css", ".sh"}


def tracked() -> list[Path]:
    """Every file git tracks, or would if it were added."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


SOURCES = [path for path in tracked() if path.suffix in SOURCE and not path.name.endswith(".gen.ts")]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_are_small(path: Path):
    """No source file has more than 400 lines."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES, f"{lines} lines: which two jobs does this file have?"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_names_say_something(path: Path):
    """No file or folder carries a name that could hold anything."""
    parts = {part.split(".")[0].lower() for part in path.relative_to(ROOT).parts}
    assert not parts & FORBIDDEN


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name or "secondlook")
def test_modules_open_with_what_they_are(module):
    """Every module of the agent begins with a docstring, and no function is longer than 40 lines."""
    assert ast.get_docstring(module.tree), "say in two lines what it is, what it may not do, who calls it"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= MOST_FUNCTION_LINES, f"{node.name} has {length} lines"


def test_typescript_modules_open_with_what_they_are():
    """Every hand-written TypeScript module begins with a comment."""
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "extension" / "src").rglob("*.ts")
        if not path.name.endswith((".gen.ts", ".test.ts"))
        and not path.read_text(encoding="utf-8").startswith(("//", "/*"))
    ]
    assert silent == []


def test_the_browser_api_stays_at_the_rim():
    """Site adapters, the gate and the warning never speak to the browser's extension API themselves."""
    inner = [ROOT / "extension/src/gate.ts"]
    for folder in ("sites", "warning"):
        inner += (ROOT / "extension/src" / folder).rglob("*.ts")
    speaks = re.compile(r"\b(chrome|browser)\.(runtime|storage|action|tabs|i18n|scripting)\b")
    found = [str(p.relative_to(ROOT)) for p in inner if p.is_file() and speaks.search(p.read_text(encoding="utf-8"))]
    assert found == []


def test_no_markup_from_strings():
    """The extension never builds DOM from strings, so page text can never become markup."""
    pattern = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write")
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "extension" / "src").rglob("*.ts")
        if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_fixed_waits():
    """Tests await conditions; none sleeps for a fixed time. `waiting.py` is the one loop that asks again and again.

    `bench_browser.py` is no test: it presses keys at the pace of somebody who types.
    """
    pattern = re.compile(r"time\.sleep\(|wait_for_timeout\(|waitForTimeout\(")
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "tests").rglob("*.py")
        if path.name not in {Path(__file__).name, "waiting.py", "bench_browser.py"}
        and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_repository_names_no_machine():
    """No tracked text carries a path of somebody's machine or a package registry's host."""
    pattern = re.compile(r"/root/|(?<![\w.])/home/[a-z]+/|/work/|pypi\.org|pythonhosted|registry\.npmjs")
    found = []
    for path in tracked():
        if path == Path(__file__) or path.suffix in {".png", ".ico"} or path.stat().st_size > 2_000_000:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if pattern.search(text):
            found.append(str(path.relative_to(ROOT)))
    assert found == []


def test_the_package_is_found_where_it_is_tested():
    """The modules under test are this checkout's own, not some installed copy's."""
    import secondlook

    assert Path(secondlook.__file__).resolve().parent == PACKAGE

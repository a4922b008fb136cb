"""Which processes the Debian package's scripts, as root, take for agents of this machine."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from installer.identity import ROOT


@pytest.fixture(scope="module")
def scripts() -> ModuleType:
    """The script itself, as a module."""
    spec = importlib.util.spec_from_file_location("running_agents", ROOT / "installer/linux/payload/running_agents.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def process(folder: Path, words: list[str]) -> Path:
    """An entry as /proc has them."""
    (folder / "cmdline").write_bytes("\0".join(words).encode() + b"\0")
    (folder / "exe").symlink_to("/usr/bin/python3.11")
    (folder / "root").symlink_to("/")
    return folder


def test_an_agent_is_known_by_its_words(scripts: ModuleType, tmp_path: Path) -> None:
    """The system's Python with the package's command and `run`; a person's own `doctor` is none."""
    for name, words, known in (
        ("agent", ["/usr/bin/python3", "-I", "/usr/bin/secondlook", "run"], True),
        ("doctor", ["/usr/bin/python3", "-I", "/usr/bin/secondlook", "doctor"], False),
        ("other", ["/usr/bin/python3", "-I", "/opt/elsewhere/secondlook", "run"], False),
    ):
        (tmp_path / name).mkdir()
        assert scripts._is_agent(process(tmp_path / name, words)) is known


def test_an_agent_of_a_container_is_left_alone(
    scripts: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The root folders of two file systems often have one number; only the file system tells them apart."""
    entry = process(tmp_path, ["/usr/bin/python3", "-I", "/usr/bin/secondlook", "run"])
    monkeypatch.setattr(
        Path, "stat", lambda path, **_: SimpleNamespace(st_ino=2, st_dev=8 if path.name == "root" else 1)
    )
    assert not scripts._is_agent(entry)

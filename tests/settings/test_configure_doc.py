"""docs/admin/configure.md can be copied and pasted: each of its examples is taken by what reads it in the product."""

from __future__ import annotations

import io
import json
import re
import shlex
from pathlib import Path

import pytest

from secondlook import detection
from secondlook.cli import main
from secondlook.config import chosen_model, shipped
from secondlook.policy.load import load_policy
from secondlook.settings.files import DistrictSettings
from secondlook.settings.read import read_settings
from secondlook.status.pause import pauses_allowed

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "admin" / "configure.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+(?: \w+)?)\n(.*?)```", PAGE, re.DOTALL)


def examples(kind: str) -> list[str]:
    """The blocks of one kind, as they stand."""
    return [text for said, text in BLOCKS if said == kind]


def settings(tmp_path: Path, text: str) -> DistrictSettings:
    """One example, read from a file as the agent reads it."""
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    return read_settings(tmp_path / "settings.json", DistrictSettings)


def test_there_are_five() -> None:
    """Each is tried below."""
    assert [said for said, _ in BLOCKS] == ["json district", "json levels", "json district", "console", "console", "sh"]


def test_the_hours_are_taken(tmp_path: Path) -> None:
    """Two groups, the first for whoever named none."""
    read = settings(tmp_path, examples("json district")[0])
    assert set(read.staff_groups) == {"teachers", "office"}
    assert read.default_group == "teachers"


def test_pausing_is_off(tmp_path: Path) -> None:
    """No length is left."""
    assert pauses_allowed(settings(tmp_path, examples("json district")[1])) == ()


def test_the_level_is_raised(tmp_path: Path) -> None:
    """The overlay is sound, and a student's name in a post is then held for good."""
    (tmp_path / "levels.json").write_text(examples("json levels")[0], encoding="utf-8")
    rules = {rule.id: rule.then for rule in load_policy(shipped("shared_rules"), tmp_path).rules}
    assert rules["student-name-in-post"] == "block"


def test_the_help_desk_stands_in_the_policy(tmp_path: Path) -> None:
    """The command writes it, in another folder than the machine's."""
    words = shlex.split(examples("console")[0])
    assert words[:3] == ["sudo", "secondlook", "policies"]
    words[words.index("--out") + 1] = str(tmp_path)
    assert main(words[2:]) == 0
    written = json.loads((tmp_path / "second-look.json").read_text(encoding="utf-8"))
    assert [*written["3rdparty"]["extensions"].values()] == [{"helpDesk": "https://help.example.org/"}]


def test_the_pipeline_is_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The variable is the one that the agent reads; the trial, with our own model as the other one, answers as the page says."""
    name, _, folder = examples("sh")[0].strip().partition("=")
    monkeypatch.setenv(name, folder)
    assert chosen_model() == folder
    echo, _, command = examples("console")[1].partition(" | ")
    words = shlex.split(command)[1:]
    assert words[words.index("--model") + 1] == folder
    words[words.index("--model") + 1] = str(Path(detection.__file__).parent / "model")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(shlex.split(echo)[1].encode())))
    assert main(words) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["checked"]["names"] == "ready"
    assert answer["verdict"] == "warn"

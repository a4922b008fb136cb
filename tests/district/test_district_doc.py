"""docs/admin/district.md can be copied and pasted: its commands are understood, its example is a file that is taken."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from secondlook.cli import make_parser
from secondlook.config import LINUX_DISTRICT, district_place, shipped
from secondlook.policy.load import load_policy
from secondlook.policy.site_changes import read_site_changes

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "admin" / "district.md").read_text(encoding="utf-8")
LINES = sorted(set(re.findall(r"(?:^|`)(secondlook (?:roster|district) [^`\n]*)", PAGE, re.MULTILINE)))


@pytest.mark.parametrize("line", LINES)
def test_each_command_is_understood(line: str) -> None:
    """As it stands on the page, up to where the shell takes over."""
    words = shlex.split(line.partition(" <")[0])[1:]
    assert make_parser(words).parse_args(words).work


def test_the_page_has_the_commands() -> None:
    """Sealing, building, and taking the key in."""
    assert {" ".join(line.split()[1:3]) for line in LINES} == {"roster seal", "district build", "district take-key"}


def test_the_example_is_taken(tmp_path: Path) -> None:
    """The JSON on the page changes the one label that it names."""
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "facebook.json").write_text(example, encoding="utf-8")
    changes = read_site_changes(tmp_path, load_policy(shipped("shared_rules")).sites)
    assert changes.effects == ("facebook: 1 label (post_submit), 0 anchors other than shipped.",)


def test_the_places_are_the_agents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folder and key, as the agent on Linux looks for them."""
    monkeypatch.delenv("SECONDLOOK_DISTRICT_KEY", raising=False)
    assert LINUX_DISTRICT in PAGE
    assert str(district_place().key) in PAGE

"""Where the district folder and its key are looked for, by platform and by environment."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from secondlook.config import district_place


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that says nothing."""
    for name in ("SECONDLOOK_DISTRICT", "SECONDLOOK_DISTRICT_KEY", "SECONDLOOK_DISTRICT_OWNER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PROGRAMDATA", "/ProgramData")


@pytest.mark.parametrize(
    ("platform", "folder", "key"),
    [
        ("linux", "/var/lib/second-look/district", "/etc/second-look/district.key"),
        ("win32", "/ProgramData/SecondLook/district", "/ProgramData/SecondLook/district.key"),
        (
            "darwin",
            "/Library/Application Support/SecondLook/district",
            "/Library/Application Support/SecondLook/district.key",
        ),
    ],
)
def test_each_platform_has_its_place(monkeypatch: pytest.MonkeyPatch, platform: str, folder: str, key: str) -> None:
    """Where administrators alone write; nobody but root owns it."""
    monkeypatch.setattr(sys, "platform", platform)
    place = district_place()
    assert (place.folder, place.key, place.owner) == (Path(folder), Path(key), None)


@pytest.mark.parametrize(("said", "owner"), [("1000", 1000), ("", None), ("somebody", None), ("-1", None)])
def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch, said: str, owner: int | None) -> None:
    """What it says of an owner counts only when it is a user id."""
    monkeypatch.setenv("SECONDLOOK_DISTRICT", "/srv/trial")
    monkeypatch.setenv("SECONDLOOK_DISTRICT_KEY", "/srv/trial.key")
    monkeypatch.setenv("SECONDLOOK_DISTRICT_OWNER", said)
    place = district_place()
    assert (place.folder, place.key, place.owner) == (Path("/srv/trial"), Path("/srv/trial.key"), owner)

"""Trust is ownership: what an ordinary user could have changed is refused, wherever on the way it lies."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from district.delivery import Delivery
from secondlook.district.manifest import BadDistrictError
from secondlook.district.ownership import check_ownership


@pytest.fixture
def folder(delivery: Delivery) -> Path:
    """A whole district folder in its place."""
    delivery.seal()
    delivery.deliver(delivery.everything())
    return delivery.place.folder


def link_in_place_of(path: Path) -> None:
    kept = path.with_name(f"{path.name}-moved")
    path.rename(kept)
    path.symlink_to(kept)


SPOILED: dict[str, Callable[[Path], None]] = {
    "the folder is everybody's": lambda folder: folder.chmod(0o777),
    "the folder is a group's": lambda folder: folder.chmod(0o775),
    "the folder above is everybody's": lambda folder: folder.parent.chmod(0o777),
    "the manifest is everybody's": lambda folder: (folder / "manifest.json").chmod(0o666),
    "a file is a group's": lambda folder: next(folder.rglob("students.index")).chmod(0o664),
    "a folder in it is everybody's": lambda folder: next(folder.rglob("overlay")).chmod(0o777),
    "the folder is a link": link_in_place_of,
    "the folder above is a link": lambda folder: link_in_place_of(folder.parent),
    "the manifest is a link": lambda folder: link_in_place_of(folder / "manifest.json"),
    "a file in it is a link": lambda folder: link_in_place_of(next(folder.rglob("levels.json"))),
    "a pipe lies in it": lambda folder: os.mkfifo(folder / "pipe"),
    "an unlisted file is everybody's": lambda folder: (folder / "new.json").write_text("{}") and (folder / "new.json").chmod(0o666),
}  # fmt: skip


@pytest.mark.parametrize("spoiled", SPOILED)
def test_what_others_can_change_is_refused(folder: Path, delivery: Delivery, spoiled: str) -> None:
    """By name of the path; and it was in order before."""
    check_ownership(folder, delivery.place.owner)
    SPOILED[spoiled](folder)
    with pytest.raises(BadDistrictError, match=r"users can write|link|neither"):
        check_ownership(folder, delivery.place.owner)


def test_another_owner_is_refused(folder: Path) -> None:
    """A file of an ordinary user: as root by giving one away, else because we are one ourselves."""
    ours = os.getuid()
    if ours == 0:
        os.chown(next(folder.rglob("levels.json")), 4711, -1)
    with pytest.raises(BadDistrictError, match="belongs to an ordinary user"):
        check_ownership(folder, ours + 1)


def test_a_sticky_folder_above_will_do(folder: Path, delivery: Delivery) -> None:
    """As /tmp: others may add beside it and cannot touch what is an administrator's."""
    folder.parent.chmod(0o1777)
    check_ownership(folder, delivery.place.owner)


def test_a_heap_of_files_is_not_gone_through(folder: Path, delivery: Delivery, monkeypatch: pytest.MonkeyPatch) -> None:
    """A district folder has a few files; the look at it ends soon whatever lies there."""
    monkeypatch.setattr("secondlook.district.ownership.MOST_ENTRIES", 5)
    with pytest.raises(BadDistrictError, match="no district folder"):
        check_ownership(folder, delivery.place.owner)

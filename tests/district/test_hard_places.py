"""A disk that fills up, a rename that fails, dates that are none: nothing is lost, and the sentence names the right place."""

from __future__ import annotations

import errno
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from district.delivery import TODAY, Delivery
from secondlook.district import delivered as opening
from secondlook.district.build import Sources, time_of_build
from secondlook.district.delivered import open_whole
from secondlook.district.manifest import BadDistrictError, read_manifest
from secondlook.district.replacing import replacing
from secondlook.district.sealing import read_note
from secondlook.district.zip_package import pack_zip


def test_a_disk_that_takes_a_part_leaves_no_half_copy(
    delivery: Delivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some writes take less than they are given; the copy still holds the very bytes that were checked."""
    built = delivery.build(delivery.everything(roster=None))
    (tmp_path / "copy").mkdir()
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, content: real(file, bytes(content)[:7]))
    copied = open_whole(built.folder, tmp_path / "copy")
    monkeypatch.undo()
    assert open_whole(copied.root).manifest == built.manifest


def test_a_full_disk_is_not_blamed_on_the_delivery(delivery: Delivery, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was delivered can be read; it is our copy that cannot be written, and what was in use goes on."""
    delivery.deliver(delivery.everything(roster=None, version="1"))
    laptop = delivery.laptop()
    laptop.refresh()
    delivery.deliver(delivery.everything(roster=None, version="2"))

    def full(_file: int, _content: Any) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(opening.os, "write", full)
    assert not laptop.refresh()
    assert laptop.problem == "The district folder cannot be copied: No space left on device."
    assert laptop.now is not None
    assert laptop.now.manifest.version == "1"


def test_a_rename_that_fails_puts_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole or not at all: the old one was moved out of the way a moment before."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "old.txt").write_text("old", encoding="utf-8")
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if target == out and not path.name.endswith(".old"):
            raise OSError(errno.EACCES, "Permission denied")
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(BadDistrictError, match="Permission denied"), replacing(out, 0o755) as fresh:
        (fresh / "new.txt").write_text("new", encoding="utf-8")
    assert [path.name for path in out.iterdir()] == ["old.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("change", [{"made": "2026-02-30T10:00:00Z"}, {"made": "2026-01-01T99:00:00Z"}])
def test_a_manifest_with_a_date_that_is_none_is_refused(delivery: Delivery, change: dict[str, str]) -> None:
    """By its place, and not by an error in whoever reads the date later."""
    held = json.loads(delivery.build(delivery.everything(roster=None)).manifest.as_json())
    with pytest.raises(BadDistrictError, match=r"manifest\.json, made"):
        read_manifest(json.dumps(held | change).encode())


def test_a_sealed_roster_with_a_date_that_is_none_is_refused(delivery: Delivery) -> None:
    """As one that is no sealed roster."""
    sealed = delivery.seal()
    note = sealed.folder / "roster.json"
    note.write_text(json.dumps(json.loads(note.read_bytes()) | {"until": "2027-02-30"}), encoding="utf-8")
    with pytest.raises(BadDistrictError, match="is no sealed roster"):
        read_note(sealed.folder, TODAY)


def test_a_time_of_build_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that no calendar holds."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 30)
    with pytest.raises(BadDistrictError, match="SOURCE_DATE_EPOCH"):
        time_of_build()


def test_a_zip_of_the_beginning_of_time(delivery: Delivery) -> None:
    """SOURCE_DATE_EPOCH=0 is usual in reproducible builds; a ZIP begins in 1980."""
    sources: Sources = delivery.everything(roster=None, made=datetime(1970, 1, 1, tzinfo=UTC))
    built = delivery.build(sources)
    assert pack_zip(built.folder, built.manifest)[:2] == b"PK"

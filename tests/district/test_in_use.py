"""The folder a laptop goes by: taken into use whole, the last good one kept, gone when it is taken away."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from district.delivery import NEW_POST_BUTTON, TODAY, Delivery
from secondlook.detection.fold import fold
from secondlook.district.in_use import DistrictInUse
from secondlook.rosters import Rosters, nobody_excepted, rosters_of_home


@pytest.fixture
def delivered(delivery: Delivery) -> Delivery:
    """A whole folder and its key, as a laptop finds them on the first day."""
    delivery.seal()
    delivery.deliver(delivery.everything(version="1"))
    delivery.deliver_key()
    return delivery


def rosters(delivery: Delivery, laptop: DistrictInUse, days: int = 0) -> Rosters:
    return rosters_of_home(
        delivery.home, delivery.keys, nobody_excepted, TODAY + timedelta(days=days), laptop.rosters
    )  # fmt: skip


def knows(delivery: Delivery, laptop: DistrictInUse, name: str) -> bool:
    return bool(rosters(delivery, laptop).names.find(name, fold(name)))


def version(laptop: DistrictInUse) -> str | None:
    return laptop.now.manifest.version if laptop.now else None


def test_a_folder_is_found_and_used(delivered: Delivery) -> None:
    """Rosters, rules, labels and settings; a second look with nothing changed changes nothing."""
    laptop = delivered.laptop()
    assert laptop.refresh()
    assert (version(laptop), laptop.problem) == ("1", None)
    assert knows(delivered, laptop, "Emma Rodrigues")
    assert rosters(delivered, laptop).names.match("Dana Whitfield", None).staff > 0.9
    assert laptop.overlay is not None
    assert (laptop.overlay / "levels.json").is_file()
    assert laptop.sites is not None
    assert laptop.settings is not None
    assert not laptop.refresh()


def test_the_roster_ends(delivered: Delivery) -> None:
    """After its last day it is not used any more, whatever is delivered with it."""
    laptop = delivered.laptop()
    laptop.refresh()
    assert rosters(delivered, laptop, days=100).state == "fresh"
    ended = rosters(delivered, laptop, days=101)
    assert (ended.state, ended.names.find("Emma Rodrigues", fold("Emma Rodrigues"))) == ("stale", [])


def test_a_student_who_was_withdrawn_is_no_longer_found(delivered: Delivery) -> None:
    """A new folder with the same key counts from the next look on; the copy of the old one goes."""
    laptop = delivered.laptop()
    laptop.refresh()
    delivered.seal("Liam,Malley,student,271828,")
    delivered.deliver(delivered.everything(version="2"))
    assert laptop.refresh()
    laptop.tidy()
    assert version(laptop) == "2"
    assert not knows(delivered, laptop, "Emma Rodrigues")
    assert knows(delivered, laptop, "Liam Malley")
    assert len(list(delivered.home.district_folder.iterdir())) == 1


def break_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text('{"format": 1')


def flip_a_byte(folder: Path) -> None:
    index = next(folder.rglob("students.index"))
    content = bytearray(index.read_bytes())
    content[200] ^= 1
    index.write_bytes(content)


def turn_up(folder: Path, field: str, to: object) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest[field] = to
    (folder / "manifest.json").write_text(json.dumps(manifest))


BROKEN = {
    "half a manifest": (break_manifest, "manifest.json: not JSON"),
    "no manifest": (lambda folder: (folder / "manifest.json").unlink(), "manifest.json: cannot be opened"),
    "a file is missing": (lambda folder: next(folder.rglob("students.index")).unlink(), "students.index: cannot be opened"),
    "a flipped byte": (flip_a_byte, "students.index: not as the manifest says"),
    "a longer file": (lambda folder: next(folder.rglob("levels.json")).write_text(" " * 500), "levels.json: not as the"),
    "a newer format": (lambda folder: turn_up(folder, "format", 2), "made by a newer Second Look"),
    "a way up": (lambda folder: turn_up(folder, "files", {"../../etc/passwd": {"sha256": "0" * 64, "size": 1}}), "manifest.json, files"),
    "a field nobody knows": (lambda folder: turn_up(folder, "roter", {}), "manifest.json, roter"),
    "another content": (lambda folder: turn_up(folder, "content", "content-000000000000"), "does not fit"),
    "writable by everybody": (lambda folder: folder.chmod(0o777), "ordinary users can write"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_the_last_good_one_goes_on(delivered: Delivery, case: str) -> None:
    """While what lies there now is broken, and after a restart; what is wrong is told. Mended, the new one counts."""
    laptop = delivered.laptop()
    laptop.refresh()
    delivered.seal("Liam,Malley,student,271828,")
    delivered.deliver(delivered.everything(version="2"))
    spoil, reason = BROKEN[case]
    spoil(delivered.place.folder)
    assert not laptop.refresh()
    assert reason in (laptop.problem or "")
    restarted = delivered.laptop()
    restarted.refresh()
    assert reason in (restarted.problem or "")
    for one in (laptop, restarted):
        assert version(one) == "1"
        assert knows(delivered, one, "Emma Rodrigues")
    shutil.rmtree(delivered.place.folder)
    delivered.deliver(delivered.everything(version="2"))
    assert laptop.refresh()
    assert (version(laptop), laptop.problem) == ("2", None)


def test_rules_that_this_version_refuses_are_not_taken(delivered: Delivery) -> None:
    """A folder that is whole and whose content cannot be used, as one that was built by another version."""
    laptop = delivered.laptop()
    laptop.refresh()
    delivered.deliver(delivered.everything(version="2"))
    overlay = next(delivered.place.folder.rglob("levels.json"))
    overlay.write_text('{"rules": {"no-such-rule": "warn"}}')
    rewrite_manifest(delivered.place.folder)
    assert not laptop.refresh()
    assert version(laptop) == "1"
    assert "no-such-rule" in (laptop.problem or "")


def rewrite_manifest(folder: Path) -> None:
    """Make the manifest fit files that were changed, as whoever builds a folder by hand would."""
    from secondlook.district.build import _entries
    from secondlook.district.manifest import content_name, read_manifest

    manifest = read_manifest((folder / "manifest.json").read_bytes())
    files = _entries(folder / manifest.content)
    (folder / manifest.content).rename(folder / content_name(files))
    changed = manifest.model_copy(update={"files": files, "content": content_name(files)})
    (folder / "manifest.json").write_bytes(changed.as_json())


def test_broken_from_the_first_day(delivered: Delivery) -> None:
    """With no older one there is none, and that is told."""
    break_manifest(delivered.place.folder)
    laptop = delivered.laptop()
    assert not laptop.refresh()
    assert (laptop.now, bool(laptop.problem)) == (None, True)


def test_without_the_key_all_but_the_roster_is_used(delivered: Delivery) -> None:
    """On the first day; when the key comes the roster follows by itself."""
    delivered.place.key.unlink()
    laptop = delivered.laptop()
    assert laptop.refresh()
    found = rosters(delivered, laptop)
    assert (found.state, "there is no key file" in (found.problem or "")) == ("missing", True)
    assert laptop.overlay is not None
    delivered.deliver_key()
    assert laptop.refresh()
    assert knows(delivered, laptop, "Emma Rodrigues")


def test_a_new_roster_whose_key_is_not_here_yet_waits(delivered: Delivery) -> None:
    """The last good one goes on, whole, until the new key has come."""
    laptop = delivered.laptop()
    laptop.refresh()
    delivered.key_file.unlink()
    delivered.seal("Liam,Malley,student,271828,")
    delivered.deliver(delivered.everything(version="2"))
    assert not laptop.refresh()
    assert "holds another key" in (laptop.problem or "")
    assert knows(delivered, laptop, "Emma Rodrigues")
    delivered.deliver_key()
    assert laptop.refresh()
    assert (version(laptop), knows(delivered, laptop, "Emma Rodrigues")) == ("2", False)


def test_taken_away_it_is_gone(delivered: Delivery) -> None:
    """With its copies; but not at once, since some tools delete before they copy."""
    laptop = delivered.laptop(gone_seconds=60)
    laptop.refresh()
    shutil.rmtree(delivered.place.folder)
    assert not laptop.refresh()
    assert knows(delivered, laptop, "Emma Rodrigues")
    restarted = delivered.laptop(gone_seconds=0)
    restarted.refresh()
    assert restarted.now is None
    assert list(delivered.home.district_folder.iterdir()) == []
    assert rosters(delivered, restarted).state == "missing"


def test_content_is_checked_once_for_each_version_of_ours(delivered: Delivery, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start finds it in order already; a newer version of ours looks again, and may refuse what it cannot use."""
    from secondlook.district import in_use

    delivered.laptop().refresh()
    looks: list[object] = []
    monkeypatch.setattr(in_use, "check_content", lambda content, _today: looks.append(content))
    delivered.laptop().refresh()
    assert looks == []
    monkeypatch.setattr(in_use, "__version__", "99.0")
    delivered.laptop().refresh()
    assert len(looks) == 1


def test_a_copy_that_was_cut_short_goes(delivered: Delivery) -> None:
    """An agent killed while it copied (fault 2) leaves a part behind, which is never read and soon removed."""
    laptop = delivered.laptop()
    laptop.refresh()
    assert laptop.now is not None
    part = delivered.home.district_folder / ".new-4711"
    part.mkdir()
    (part / "manifest.json").write_text("{")
    break_manifest(delivered.place.folder)
    restarted = delivered.laptop()
    restarted.refresh()
    restarted.tidy()
    assert version(restarted) == "1"
    assert [path.name for path in delivered.home.district_folder.iterdir()] == [laptop.now.digest]


def test_an_older_version_is_taken_as_well(delivered: Delivery) -> None:
    """An administrator may go back (fault 35); nobody else can, as the folder is an administrator's."""
    laptop = delivered.laptop()
    laptop.refresh()
    delivered.deliver(delivered.everything(version="0.9"))
    assert laptop.refresh()
    assert version(laptop) == "0.9"


def test_doctor_leaves_nothing_behind(delivered: Delivery) -> None:
    """A look without a copy tells the same, and makes neither a home nor a key."""
    looked = delivered.laptop(keep_copy=False)
    looked.refresh()
    assert version(looked) == "1"
    assert knows(delivered, looked, "Emma Rodrigues")
    assert not delivered.home.path.exists()


def test_a_copy_that_others_could_change_is_not_used(delivered: Delivery) -> None:
    """Nor one that was changed: the hashes hold for the copy as well."""
    delivered.laptop().refresh()
    break_manifest(delivered.place.folder)
    delivered.home.district_folder.chmod(0o777)
    spoiled = delivered.laptop()
    spoiled.refresh()
    assert spoiled.now is None
    delivered.home.district_folder.chmod(0o700)
    flip_a_byte(delivered.home.district_folder)
    spoiled = delivered.laptop()
    spoiled.refresh()
    assert spoiled.now is None


def test_a_damaged_copy_is_made_again(delivered: Delivery) -> None:
    """From the folder that was delivered."""
    delivered.laptop().refresh()
    flip_a_byte(delivered.home.district_folder)
    laptop = delivered.laptop()
    laptop.refresh()
    assert (version(laptop), laptop.problem) == ("1", None)
    assert knows(delivered, laptop, "Emma Rodrigues")


def test_labels_are_laid_over_the_shipped_ones(delivered: Delivery) -> None:
    """The named label is the district's, all others stay as shipped."""
    from secondlook.config import shipped
    from secondlook.policy.load import load_policy
    from secondlook.policy.site_changes import read_site_changes

    laptop = delivered.laptop()
    laptop.refresh()
    assert laptop.sites is not None
    below = load_policy(shipped("shared_rules")).sites
    changed = read_site_changes(laptop.sites, below).sites["facebook"]
    assert changed.labels["post_submit"].en == NEW_POST_BUTTON["labels"]["post_submit"]["en"]
    assert changed.labels["post_prompt"] == below["facebook"].labels["post_prompt"]
    assert changed.anchors == below["facebook"].anchors

"""Building a district folder: every part is checked before anything is written, and the same sources make the same bytes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from district.delivery import NEW_POST_BUTTON, SNOW, Delivery
from secondlook.config import shipped
from secondlook.district.build import Sources, keep
from secondlook.district.delivered import open_delivered
from secondlook.district.manifest import BadDistrictError

MADE = datetime(2026, 11, 26, 14, 30, tzinfo=UTC)


def test_every_part_comes_in_and_is_told(delivery: Delivery) -> None:
    """The manifest lists each file, names version and time, and a sentence tells what each part does."""
    delivery.seal()
    built = delivery.deliver(delivery.everything(made=MADE))
    manifest = json.loads((delivery.place.folder / "manifest.json").read_bytes())
    assert set(manifest["files"]) == {
        "overlay/levels.json", "sites/facebook.json", "students.index", "staff.index", "calendar.ics", "settings.json",
    }  # fmt: skip
    assert (manifest["version"], manifest["made"]) == ("2026.11.26.143000", "2026-11-26T14:30:00Z")
    assert (manifest["roster"]["students"], manifest["roster"]["staff"]) == (2, 1)
    told = "\n".join(built.told)
    assert "student-id is raised from warn to block" in told
    assert "facebook: 1 label (post_submit)" in told
    assert "days named in the calendar: 1." in told
    assert "2 students" in told
    opened = open_delivered(delivery.place.folder, delivery.place.owner)
    assert opened.manifest == built.manifest


def test_the_key_is_not_in_it(delivery: Delivery) -> None:
    """Neither as text nor as bytes, though the builder has opened the roster with it."""
    delivery.seal()
    delivery.deliver(delivery.everything())
    key = delivery.key_file.read_text().strip()
    for path in delivery.place.folder.rglob("*"):
        if path.is_file():
            assert key.encode() not in path.read_bytes()
            assert bytes.fromhex(key) not in path.read_bytes()


def test_one_part_alone_will_do(delivery: Delivery) -> None:
    """A calendar without settings of one's own brings settings that name it; site labels need no roster."""
    built = delivery.build(Sources(calendar=delivery.write("year.ics", SNOW)))
    assert json.loads((built.folder / built.manifest.content / "settings.json").read_text()) == {
        "calendar": "calendar.ics"
    }
    assert (
        delivery.build(Sources(sites=(delivery.write("one/facebook.json", NEW_POST_BUTTON),))).manifest.roster is None
    )
    with pytest.raises(BadDistrictError, match="nothing to put in"):
        delivery.build(Sources())


def test_the_calendar_that_the_settings_name_comes_with_them(delivery: Delivery) -> None:
    """Relative to the settings file, as on a single computer."""
    delivery.write("year.ics", SNOW)
    built = delivery.build(Sources(settings=delivery.write("settings.json", {"calendar": "year.ics"})))
    assert set(built.manifest.files) == {"settings.json", "calendar.ics"}


def test_a_copy_of_the_shipped_site_file_will_do(delivery: Delivery) -> None:
    """Whoever edits a copy of the shipped file need not know what may be left out; nothing is other than shipped."""
    built = delivery.build(Sources(sites=(shipped("shared_rules") / "sites" / "facebook.json",)))
    assert "0 labels, 0 anchors" in built.told[0]


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "a rule that is not there": ({"overlay/levels.json": {"rules": {"no-such-rule": "warn"}}}, r"overlay/levels.json, rules.no-such-rule"),
    "no overlay at all": ({"overlay/levels.json": None}, "levels.json"),
    "a label that is none": ({"labels/facebook.json": {"site": "facebook", "labels": {"pst_submit": {}}}}, r"sites/facebook.json, labels.pst_submit"),
    "an anchor that is not closed": ({"labels/facebook.json": {"site": "facebook", "anchors": {"dialog": "[role=dialog"}}}, r"sites/facebook.json, anchors.dialog: no CSS selector: \] is missing"),
    "another site's file": ({"labels/facebook.json": {"site": "instagram"}}, "sites/facebook.json, site: the file of this name is about facebook"),
    "a host of one's own": ({"labels/facebook.json": {"site": "facebook", "hosts": ["evil.example"]}}, "sites/facebook.json, hosts: this is settled when the extension is built"),
    "a site nobody reads": ({"labels/facebook.json": None, "labels/orkut.json": {}}, "sites/orkut.json: nothing reads this"),
    "no calendar": ({"school.ics": "Dear parents,"}, "calendar.ics"),
    "a calendar of concerts": ({"school.ics": SNOW.replace("No School", "Winter concert")}, "would change nothing"),
    "a setting that is none": ({"settings.json": {"scool_names": []}}, "settings.json, scool_names: no such setting"),
    "a group that is none": ({"settings.json": {"default_group": "janitors"}}, "settings.json, default_group: no such staff group"),
    "half a file": ({"settings.json": '{"days": '}, "settings.json: not JSON"),
    "no key": ({"sealed.key": None}, "key .* cannot be read: No such file"),
    "a wrong key": ({"sealed.key": "00" * 32}, "The key is another one"),
    "no sealed roster": ({"sealed/roster.json": None}, "is no sealed roster"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_used_is_refused_by_name(delivery: Delivery, case: str) -> None:
    """File, place and reason; the folder that is delivered stays as it was."""
    delivery.seal()
    first = delivery.deliver(delivery.everything(made=MADE))
    sources = delivery.everything(sites=(delivery.desk / "labels",))
    changes, reason = BAD[case]
    for name, content in changes.items():
        if content is None:
            (delivery.desk / name).unlink()
        else:
            delivery.write(name, content)
    with pytest.raises(BadDistrictError, match=reason) as error:
        delivery.deliver(sources)
    assert "/content/" not in error.value.sentence, "the way to a temporary folder helps nobody"
    assert open_delivered(delivery.place.folder, delivery.place.owner).manifest == first.manifest


def test_a_damaged_roster_is_refused(delivery: Delivery) -> None:
    """One flipped byte."""
    delivery.seal()
    index = delivery.desk / "sealed" / "students.index"
    content = bytearray(index.read_bytes())
    content[200] ^= 1
    index.write_bytes(content)
    with pytest.raises(BadDistrictError, match=r"students\.index: damaged"):
        delivery.build(delivery.everything())


def test_it_writes_over_its_own_kind_only(delivery: Delivery, tmp_path: Path) -> None:
    """A folder with something else in it is never replaced; an older district folder is, and nothing of it stays."""
    delivery.seal()
    other = tmp_path / "photos"
    other.mkdir()
    (other / "holiday.jpg").write_bytes(b"")
    with pytest.raises(BadDistrictError, match="something else"):
        keep(delivery.build(delivery.everything()), other)
    assert (other / "holiday.jpg").exists()
    delivery.deliver(delivery.everything(made=MADE))
    last = delivery.deliver(Sources(roster=delivery.desk / "sealed"))
    assert [path.name for path in sorted(delivery.place.folder.iterdir())] == [last.manifest.content, "manifest.json"]
    assert [path.name for path in delivery.place.folder.parent.iterdir()] == ["district"], "no scaffolding stays"


def test_the_same_sources_make_the_same_bytes(delivery: Delivery, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the same time, which SOURCE_DATE_EPOCH may say."""
    delivery.seal()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795703400")
    one, two = delivery.build(delivery.everything()), delivery.build(delivery.everything())
    assert one.manifest.made == "2026-11-26T14:30:00Z"
    assert (one.folder / "manifest.json").read_bytes() == (two.folder / "manifest.json").read_bytes()


def test_names_that_not_every_system_carries_are_refused(delivery: Delivery) -> None:
    """Spaces and accents differ between systems of files."""
    delivery.write("overlay/levels.json", {"rules": {}})
    delivery.write("overlay/Leia-me às pressas.txt", "olá")
    with pytest.raises(BadDistrictError, match="not every system"):
        delivery.build(Sources(rules=delivery.desk / "overlay"))

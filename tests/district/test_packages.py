"""The .deb and the .zip: taken by the real tools, the same bytes each time, nothing in them that runs or names anybody."""

from __future__ import annotations

import io
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from district.apt_repository import AptRepository
from district.delivery import Delivery
from secondlook.district.build import Built
from secondlook.district.deb_package import deb_name, pack_deb
from secondlook.district.delivered import open_whole
from secondlook.district.zip_package import pack_zip, zip_name

WHO = "District IT <it@example.org>"
MADE = datetime(2026, 11, 26, 14, 30, tzinfo=UTC)


@pytest.fixture
def built(delivery: Delivery) -> Built:
    """A folder with every part, and a student called Zebulon."""
    delivery.seal("Zebulon,Quistgard,student,98765432,zq@s.invalid", "Dana,Whitfield,teacher,,")
    return delivery.build(delivery.everything(made=MADE))


@pytest.fixture
def deb(built: Built, tmp_path: Path) -> Path:
    """Its Debian package."""
    path = tmp_path / deb_name(built.manifest)
    path.write_bytes(pack_deb(built.folder, built.manifest, WHO))
    return path


def dpkg(*words: str | Path) -> str:
    """What a real dpkg says."""
    return subprocess.run(["dpkg-deb", *map(str, words)], capture_output=True, check=True, text=True).stdout


def test_dpkg_reads_the_package(deb: Path, built: Built) -> None:
    """Name, version and a list of files, all root's, none writable by others."""
    assert deb.name == "second-look-district_2026.11.26.143000_all.deb"
    assert dpkg("-f", deb, "Package", "Version", "Architecture").split() == [
        "Package:", "second-look-district", "Version:", "2026.11.26.143000", "Architecture:", "all",
    ]  # fmt: skip
    lines = dpkg("-c", deb).splitlines()
    assert all(line.split()[:2] in (["-rw-r--r--", "root/root"], ["drwxr-xr-x", "root/root"]) for line in lines)
    assert lines[-1].endswith("./var/lib/second-look/district/manifest.json"), "last, when all that it lists is there"
    assert sum(line.startswith("-") for line in lines) == len(built.manifest.files) + 1
    assert (
        subprocess.run(["dpkg-deb", "--ctrl-tarfile", deb], capture_output=True, check=True).stdout.count(b"./control")
        == 1
    )


def test_it_holds_no_script(deb: Path, tmp_path: Path) -> None:
    """Nothing runs as root when it is installed."""
    dpkg("-e", deb, tmp_path / "control")
    assert {path.name for path in (tmp_path / "control").iterdir()} == {"control", "md5sums"}


def test_unpacked_it_is_the_folder(deb: Path, built: Built, tmp_path: Path) -> None:
    """File by file."""
    dpkg("-x", deb, tmp_path / "root")
    unpacked = tmp_path / "root" / "var" / "lib" / "second-look" / "district"
    ours = {path.relative_to(built.folder): path.read_bytes() for path in built.folder.rglob("*") if path.is_file()}
    assert {path.relative_to(unpacked): path.read_bytes() for path in unpacked.rglob("*") if path.is_file()} == ours


def test_a_real_apt_installs_upgrades_and_removes_it(delivery: Delivery, built: Built, tmp_path: Path) -> None:
    """From a local repository into a root of its own: one version at a time, unaltered, and nothing left at the end."""
    repository = AptRepository(tmp_path / "apt")
    repository.publish(built)
    assert repository.upgrade() == "2026.11.26.143000"
    assert {path.name for path in repository.place.iterdir()} == {built.manifest.content, "manifest.json"}
    later = delivery.build(delivery.everything(version="2026.12.01", sites=()))
    repository.publish(later)
    assert repository.upgrade() == "2026.12.01"
    assert {path.name for path in repository.place.iterdir()} == {later.manifest.content, "manifest.json"}
    assert open_whole(repository.place).manifest == later.manifest
    repository.purge()
    assert not (repository.root / "var/lib/second-look").exists()


def test_the_zip_is_the_folder(built: Built) -> None:
    """Under one folder, the manifest last, plain files of 1980 or later."""
    package = zipfile.ZipFile(io.BytesIO(pack_zip(built.folder, built.manifest)))
    names = package.namelist()
    assert zip_name(built.manifest) == "second-look-district_2026.11.26.143000.zip"
    assert package.testzip() is None
    assert names[-1] == "district/manifest.json"
    assert set(names) == {f"district/{built.manifest.content}/{name}" for name in built.manifest.files} | {names[-1]}
    assert {info.external_attr >> 16 for info in package.infolist()} == {0o100644}


def test_the_same_folder_makes_the_same_packages(delivery: Delivery, built: Built) -> None:
    """Built anew from the same sources at the same time, byte by byte."""
    again = delivery.build(delivery.everything(made=MADE))
    assert pack_deb(again.folder, again.manifest, WHO) == pack_deb(built.folder, built.manifest, WHO)
    assert pack_zip(again.folder, again.manifest) == pack_zip(built.folder, built.manifest)


def test_no_name_and_no_key_is_readable_in_them(delivery: Delivery, built: Built) -> None:
    """Nothing is compressed, so a look at the bytes is a look at the content."""
    key = delivery.key_file.read_text().strip()
    for package in (pack_deb(built.folder, built.manifest, WHO), pack_zip(built.folder, built.manifest)):
        small = package.lower()
        assert b"student-id" in small, "the rules can be read, so a name could be"
        for word in (b"zebulon", b"quistgard", b"98765432", b"zq@s", key.encode(), bytes.fromhex(key)):
            assert word not in small

"""`make msi` with what it is handed: without Python everything else is built and said; a wrong file is refused by name."""

from __future__ import annotations

import zipfile

import pytest

from installer.identity import test_identity as made_identity
from installer.windows import embeddable
from installer.windows.build import main, make_package, make_payload, read_arguments
from installer.windows.embeddable import EmbeddableError, check, unpack
from installer.windows.libraries import RUNTIME, RUNTIME_FOLDER
from secondlook import __version__
from windows_package.stub_python import stub_embeddable


@pytest.fixture(scope="module")
def stub(tmp_path_factory):
    """The stand-in's zip and its SHA-256."""
    return stub_embeddable(tmp_path_factory.mktemp("stub"))


@pytest.mark.usefixtures("whole_libraries")
def test_without_python_all_else_is_built_and_the_gap_is_said(tmp_path, capsys):
    """Exit status 3 and what to hand in; the payload is complete but for Python; no package that would not work is written."""
    assert main(["--work", str(tmp_path / "work"), "--out", str(tmp_path)]) == 3
    said = capsys.readouterr().err
    assert "NO MSI WAS WRITTEN" in said
    assert "PYTHON_EMBED=FILE" in said
    payload = tmp_path / "work" / "payload"
    for name in (
        "Second Look.exe",
        "secondlook.exe",
        "native-host.exe",
        "extension/second-look.crx",
        "lib/spacy",
        "lib/secondlook",
    ):
        assert (payload / name).exists()
    assert not (payload / "python" / "python.exe").exists()
    assert not list(tmp_path.glob("*.msi"))


@pytest.mark.usefixtures("whole_libraries")
def test_each_program_and_the_package_are_handed_to_the_signer(stub, tmp_path):
    """Three programs before they are packed, then the package. The signer here only writes down what it was given."""
    signer, book = tmp_path / "signer", tmp_path / "book"
    signer.write_text(f'#!/bin/sh\necho "$1" >> {book}\n', encoding="ascii")
    signer.chmod(0o755)
    given = ["--python-embed", str(stub[0]), "--python-embed-sha256", stub[1], "--sign", str(signer)]
    asked = read_arguments([*given, "--work", str(tmp_path / "work"), "--out", str(tmp_path)])
    few = tmp_path / "few"
    (few / RUNTIME_FOLDER).mkdir(parents=True)
    for name in RUNTIME:
        (few / RUNTIME_FOLDER / name).write_bytes(b"stub")
    make_package(make_payload(made_identity(), asked, few), made_identity(), asked)
    signed = [line.rpartition("/")[2] for line in book.read_text(encoding="utf-8").splitlines()]
    assert signed == ["Second Look.exe", "native-host.exe", "secondlook.exe", f"second-look-{__version__}-test-x64.msi"]


def test_a_zip_that_is_not_pinned_is_refused_with_its_hash(stub):
    """What to compare and where to write it."""
    path, digest = stub
    with pytest.raises(EmbeddableError, match=digest):
        check(path, None)
    check(path, digest.upper())


def test_a_pin_in_the_file_counts(stub, tmp_path, monkeypatch):
    """As sha256sum writes it, beside remarks."""
    path, digest = stub
    pins = tmp_path / "pins"
    pins.write_text(f"# a remark\n{digest}  {path.name}\n", encoding="ascii")
    monkeypatch.setattr(embeddable, "PINS", pins)
    check(path, None)
    with pytest.raises(EmbeddableError, match="not pinned"):
        check(path, "0" * 64)


def test_another_python_is_refused_by_what_it_lacks(stub, tmp_path):
    """A zip of another minor version fits no compiled module of the lock."""
    other = tmp_path / "python-3.12.10-embed-amd64.zip"
    with zipfile.ZipFile(stub[0]) as given, zipfile.ZipFile(other, "w") as made:
        for name in given.namelist():
            made.writestr(name.replace("python313", "python312"), given.read(name))
    with pytest.raises(EmbeddableError, match=r"lacks python313\.dll"):
        check(other, embeddable.digest_of(other))


def test_what_is_no_zip_is_refused(tmp_path):
    """Also a file that is not there."""
    (tmp_path / "a.zip").write_bytes(b"not a zip")
    for name in ("a.zip", "absent.zip"):
        with pytest.raises(EmbeddableError, match="cannot be read"):
            check(tmp_path / name, None)


def test_python_is_told_where_our_libraries_are_and_nothing_else(stub, tmp_path):
    """The path file names the zip, its own folder and ours; without `import site` no other place can add to it."""
    unpack(stub[0], tmp_path)
    assert (tmp_path / "python313._pth").read_text(encoding="ascii").split() == ["python313.zip", ".", "..\\lib"]


@pytest.mark.parametrize("version", ["1.0", "1.0.0.1", "256.0.0", "1.0.70000", "1.0.0-rc1"])
def test_a_version_that_windows_cannot_compare_is_refused(capsys, version):
    """Windows Installer looks at three numbers of limited size; anything else would break upgrades later."""
    assert main(["--version", version]) == 2
    assert "no version for Windows" in capsys.readouterr().err

"""The CRX that we pack is the CRX that Chromium packs, and the same each time."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from e2e.chromium import CHROMIUM, INSTALL
from installer.crx import packed_crx, update_manifest, zipped


@pytest.fixture
def extension(tmp_path):
    """A tiny extension."""
    folder = tmp_path / "extension"
    (folder / "icons").mkdir(parents=True)
    (folder / "manifest.json").write_text('{"manifest_version": 3, "name": "A", "version": "1.0"}', encoding="utf-8")
    (folder / "icons" / "a.txt").write_text("a", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def key():
    """A key."""
    return rsa.generate_private_key(public_exponent=65_537, key_size=2048)


def header_of(crx):
    """Everything before the archive."""
    return crx[: 12 + int.from_bytes(crx[8:12], "little")]


def test_the_header_is_as_chromiums_own(tmp_path, extension, key):
    """Magic, version, length, public key and id agree; the signature between them covers each one's own archive."""
    assert CHROMIUM.exists(), f"Chromium is missing. Install it with: {INSTALL}"
    pem = tmp_path / "key.pem"
    pem.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    quiet = ["--headless", "--no-sandbox", "--no-message-box", f"--user-data-dir={tmp_path / 'profile'}"]
    words = [str(CHROMIUM), *quiet, f"--pack-extension={extension}", f"--pack-extension-key={pem}"]
    subprocess.run(words, capture_output=True, check=True, timeout=90)
    ours, theirs = packed_crx(extension, key), (tmp_path / "extension.crx").read_bytes()
    assert len(header_of(ours)) == len(header_of(theirs))
    public = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    end = header_of(theirs).index(public) + len(public)
    assert header_of(ours)[:end] == header_of(theirs)[:end]
    assert header_of(ours)[-22:] == header_of(theirs)[-22:]  # the signed data with the id


def test_the_same_folder_gives_the_same_bytes(tmp_path, extension, key):
    """No date and no order of the disk gets in."""
    again = shutil.copytree(extension, tmp_path / "again")
    (again / "manifest.json").touch()
    assert packed_crx(extension, key) == packed_crx(again, key)
    assert zipped(extension) == zipped(again)


def test_the_update_manifest_cannot_be_broken_by_an_address():
    """What goes into an attribute is written as one."""
    assert 'codebase="file:///a&amp;b.crx"' in update_manifest("a" * 32, "1.0", "file:///a&b.crx")

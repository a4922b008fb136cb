"""A release's identity comes from its key alone, and a key that is known, weak or lies open is refused."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from installer import identity
from installer.identity import COMMITTED, KeyRefusedError, release_identity
from installer.linux.build import main

LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def written(folder, key, mode=0o600):
    """The key as PEM in a file."""
    path = folder / "key.pem"
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(pem)
    path.chmod(mode)
    return path


def id_of(public):
    """As Chromium makes it of a public key."""
    return hashlib.sha256(base64.b64decode(public)).hexdigest()[:32].translate(LETTERS)


@pytest.fixture(scope="module")
def key():
    """A key such as a release has."""
    return rsa.generate_private_key(public_exponent=65_537, key_size=2048)


def test_everything_follows_from_the_key(tmp_path, key):
    """The id is the start of the public key's hash, written with a to p; names that no key decides stay."""
    made = release_identity(written(tmp_path, key))
    committed = json.loads(COMMITTED.read_text(encoding="utf-8"))
    assert made.chromium_id == id_of(made.facts["chromium_key"]) != committed["chromium_id"]
    assert made.facts == committed | {
        "kind": "release",
        "chromium_id": made.chromium_id,
        "chromium_key": made.facts["chromium_key"],
    }


def test_the_repository_holds_the_public_half_of_a_test_identity():
    """The committed id belongs to the committed public key, and says that it is for tests."""
    committed = json.loads(COMMITTED.read_text(encoding="utf-8"))
    assert committed["chromium_id"] == id_of(committed["chromium_key"])
    assert committed["kind"] == "test"


def test_the_key_of_test_builds_is_refused_by_a_release(tmp_path, monkeypatch, capsys):
    """`make deb` makes it once, for itself alone; `make deb KEY=` with it ends with a sentence and builds nothing."""
    monkeypatch.setattr(identity, "TEST_KEY", tmp_path / "test-key.pem")
    first, second = identity.test_identity(), identity.test_identity()
    assert first.chromium_id == second.chromium_id
    assert first.kind == "test"
    assert (tmp_path / "test-key.pem").stat().st_mode & 0o777 == 0o600
    assert main(["--key", str(tmp_path / "test-key.pem"), "--out", str(tmp_path / "out")]) == 2
    assert "is a test key. A release needs a key of its own" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_committed_identity_is_refused_by_a_release(tmp_path, key, monkeypatch):
    """Whoever holds the private half of the committed key cannot release with it."""
    committed = tmp_path / "extension.json"
    committed.write_text(json.dumps(release_identity(written(tmp_path, key)).facts), encoding="utf-8")
    monkeypatch.setattr(identity, "COMMITTED", committed)
    with pytest.raises(KeyRefusedError, match="test key"):
        release_identity(tmp_path / "key.pem")


def test_a_key_that_others_may_read_is_refused(tmp_path, key):
    """The sentence says how to close it."""
    with pytest.raises(KeyRefusedError, match="chmod 600"):
        release_identity(written(tmp_path, key, 0o644))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "holds no private key"),
        (b"-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n", "holds no private key"),
        (rsa.generate_private_key(public_exponent=65_537, key_size=1024), "at least 2048 bits"),  # noqa: S505
        (ec.generate_private_key(ec.SECP256R1()), "an RSA key"),
    ],
    ids=["empty", "public", "short", "elliptic"],
)
def test_what_is_no_key_is_refused_in_a_sentence(tmp_path, content, says):
    """No traceback, whatever the file holds."""
    path = tmp_path / "key.pem"
    if isinstance(content, bytes):
        path.write_bytes(content)
        path.chmod(0o600)
    else:
        written(tmp_path, content)
    with pytest.raises(KeyRefusedError, match=says):
        release_identity(path)


def test_a_missing_key_is_refused_in_a_sentence(tmp_path):
    """The file's name is in it."""
    with pytest.raises(KeyRefusedError, match=r"nowhere\.pem cannot be read: No such file"):
        release_identity(tmp_path / "nowhere.pem")


@pytest.mark.parametrize("version", ["1", "1.2.beta", "1.2.3.4.5", "v1.2"])
def test_a_version_that_a_browser_would_not_take_is_refused(version, capsys):
    """Two to four numbers, for dpkg and browsers alike."""
    assert main(["--version", version]) == 2
    assert "is no version" in capsys.readouterr().err

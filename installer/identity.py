"""Who the extension is: everything that follows from its signing key, and which keys a release may be signed with.

The repository holds the public key of a test identity and no private key (`agent/secondlook/extension.json`). A build takes a
private key from outside, derives id and public key from it, and puts them where agent, manifests and policies read them.
Called by the package builders.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from installer.crx import raw_id
from installer.handed_in import RefusedError

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "agent" / "secondlook" / "extension.json"
TEST_KEY = ROOT / "build" / "test-key.pem"
"""Made at the first build without a key; git does not see it."""
SMALLEST = 2048
"""Bits. Chromium takes less; nobody should."""


class KeyRefusedError(RefusedError):
    """A key that a release may not be signed with; the sentence says why and what to do."""


@dataclass(frozen=True)
class Identity:
    """A private key and what follows from it.

    Attributes:
        kind: `release`, or `test` for a package that is not to leave the building.
        facts: the content of `extension.json` for this key.

    """

    kind: str
    key: rsa.RSAPrivateKey = field(repr=False)
    facts: dict[str, str]

    @property
    def chromium_id(self) -> str:
        """32 letters from a to p."""
        return self.facts["chromium_id"]


def release_identity(path: Path) -> Identity:
    """The identity of a release.

    Raises:
        KeyRefusedError: no RSA key in PEM, too short, readable by others, or a test key.

    """
    if sys.platform != "win32" and path.exists() and path.stat().st_mode & 0o077:
        raise KeyRefusedError(f"Others may read the key {path}. Close it with: chmod 600 {path}")
    key = _read(path)
    identity = _identity("release", key)
    test_ids = {json.loads(COMMITTED.read_text(encoding="utf-8"))["chromium_id"]}
    if TEST_KEY.exists():
        test_ids.add(_identity("test", _read(TEST_KEY)).chromium_id)
    if identity.chromium_id in test_ids:
        raise KeyRefusedError(
            f"{path} is a test key. A release needs a key of its own: openssl genrsa -out KEY.pem 3072"
        )
    return identity


def test_identity() -> Identity:
    """The identity of a build without a key: made once for this checkout, and refused by releases."""
    if not TEST_KEY.exists():
        TEST_KEY.parent.mkdir(parents=True, exist_ok=True)
        key = rsa.generate_private_key(public_exponent=65_537, key_size=SMALLEST)
        pem = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        fresh = TEST_KEY.with_name(f"test-key-{os.getpid()}.pem")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(pem)
        with suppress(FileExistsError):  # another build was first: its key is the checkout's
            os.link(fresh, TEST_KEY)
        fresh.unlink()
    return _identity("test", _read(TEST_KEY))


def _read(path: Path) -> rsa.RSAPrivateKey:
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except OSError as error:
        raise KeyRefusedError(f"The key {path} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError) as error:
        raise KeyRefusedError(f"{path} holds no private key in PEM without a pass phrase.") from error
    if not isinstance(key, rsa.RSAPrivateKey) or key.key_size < SMALLEST:
        raise KeyRefusedError(f"{path} should hold an RSA key of at least {SMALLEST} bits.")
    return key


def _identity(kind: str, key: rsa.RSAPrivateKey) -> Identity:
    public = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    letters = "".join(chr(ord("a") + int(digit, 16)) for digit in raw_id(public).hex())
    committed = json.loads(COMMITTED.read_text(encoding="utf-8"))
    own = {"kind": kind, "chromium_id": letters, "chromium_key": base64.b64encode(public).decode("ascii")}
    return Identity(kind, key, {**committed, **own})

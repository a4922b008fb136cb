"""Packs and signs a CRX3, the form in which Chromium takes an extension from outside the store, and its update manifest.

The same folder and key give the same bytes. Called by the package builders; knows no platform.
Source of the format: `components/crx_file/crx3.proto` in Chromium. A header of two protobuf fields, then a zip.
"""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest date that a zip can carry; the same for each file, so that no clock gets in."""
_BYTES = 2
"""Protobuf's wire type for a field of bytes."""


def zipped(folder: Path) -> bytes:
    """The files below `folder` as a zip, in the order of their names."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return packed.getvalue()


def packed_crx(folder: Path, key: rsa.RSAPrivateKey) -> bytes:
    """The extension in `folder` as a signed CRX3."""
    public = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    archive = zipped(folder)
    signed = _field(1, raw_id(public))
    covered = b"CRX3 SignedData\x00" + struct.pack("<I", len(signed)) + signed + archive
    proof = _field(1, public) + _field(2, key.sign(covered, padding.PKCS1v15(), hashes.SHA256()))
    header = _field(2, proof) + _field(10_000, signed)
    return b"Cr24" + struct.pack("<II", 3, len(header)) + header + archive


def raw_id(public: bytes) -> bytes:
    """The 16 bytes behind an extension's id: the start of the hash of its public key (DER)."""
    digest = hashes.Hash(hashes.SHA256())
    digest.update(public)
    return digest.finalize()[:16]


def update_manifest(chromium_id: str, version: str, address: str) -> str:
    """The XML by which a browser learns which version there is, and at which address its CRX lies."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">\n'
        f"  <app appid={quoteattr(chromium_id)}>\n"
        f"    <updatecheck codebase={quoteattr(address)} version={quoteattr(version)}/>\n"
        "  </app>\n"
        "</gupdate>\n"
    )


def _field(number: int, value: bytes) -> bytes:
    return _varint(number << 3 | _BYTES) + _varint(len(value)) + value


def _varint(number: int) -> bytes:
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number)
    return bytes(written)

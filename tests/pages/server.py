"""Serves the fixture sites over TLS on a free loopback port, under the real sites' own host names.

One of them is a site of which only the visit counts. The certificate is made at run time and kept nowhere. Pages carry a
strict Content-Security-Policy with Trusted Types, under which the product must live. Used by the browser tests and by tools/screenshots.py.
"""

from __future__ import annotations

import datetime as dt
import html
import ssl
import tempfile
import threading
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

BUILT = Path(__file__).resolve().parents[2] / "build" / "pages"
UNKNOWN = ("plain.facebook.com", "bare.facebook.com")
"""Hosts of the same site that the extension does not know: what the same page costs without it."""
SITES = {
    **{f"{host}.facebook.com": "facebook" for host in ("www", "web", "m", "business")},
    **dict.fromkeys(UNKNOWN, "facebook"),
    "www.messenger.com": "facebook",
    "www.instagram.com": "instagram",
    "www.youtube.com": "visited",
}
TYPES = {".js": "text/javascript", ".css": "text/css"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"
)
PAGE = """<!doctype html>
<html lang="{lang}" data-theme="{theme}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{site}</title>
<link rel="stylesheet" href="/static/{site}.css"></head>
<body><div id="mount_0_0_fx"></div><script src="/static/{site}.js"></script></body>
</html>
"""


def write_certificate(folder: Path) -> Path:
    """Write a self-signed certificate with its key for both sites into one PEM file under `folder`."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Second Look fixture")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in SITES]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "fixture.pem"
    pem.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return pem


class FixtureRequest(BaseHTTPRequestHandler):
    """Answers one request: a bundle under /static/, else the page of the site named by Host."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Serve a page or a bundle; anything else is 404."""
        address = urlsplit(self.path)
        if address.path.startswith("/static/"):
            self._static(address.path.removeprefix("/static/"))
            return
        site = SITES.get(self.headers.get("Host", ""))
        if site is None:
            self._answer(404, "text/plain", b"no such site")
            return
        query = parse_qs(address.query)
        words = {"lang": query.get("lang", ["en"])[0], "theme": query.get("theme", ["light"])[0], "site": site}
        page = PAGE.format(**{key: html.escape(value) for key, value in words.items()})
        refused = {"Permissions-Policy": "clipboard-write=()"} if query.get("clipboard") == ["refused"] else {}
        self._answer(200, "text/html; charset=utf-8", page.encode(), refused)

    def _static(self, name: str) -> None:
        file = BUILT / name
        if file.parent != BUILT or file.suffix not in TYPES or not file.is_file():
            self._answer(404, "text/plain", b"no such file")
            return
        self._answer(200, f"{TYPES[file.suffix]}; charset=utf-8", file.read_bytes())

    def _answer(self, status: int, kind: str, body: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        for name, value in (more or {}).items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "max-age=600" if kind.startswith("text/javascript") else "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet: the browser's own console tells what went wrong."""


class SiteServer:
    """The fixture sites on `https://<site>/`, reached through `resolver_rules`; use as a context manager."""

    def __init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), FixtureRequest)
        self._server.daemon_threads = True
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with tempfile.TemporaryDirectory() as folder:
            context.load_cert_chain(write_certificate(Path(folder)))
        # The handshake belongs to the connection's own thread: a silent preconnect must not stop the next one.
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)

    @property
    def port(self) -> int:
        """The loopback port."""
        return int(self._server.server_address[1])

    @property
    def resolver_rules(self) -> str:
        """Chromium's --host-resolver-rules: the sites are here, and nothing else is anywhere."""
        sites = ", ".join(f"MAP {host} 127.0.0.1:{self.port}" for host in SITES)
        return f"{sites}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

    @cached_property
    def _thread(self) -> threading.Thread:
        return threading.Thread(target=self._server.serve_forever, name="fixture-sites", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

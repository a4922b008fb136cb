"""`make deb`: the self-contained Debian package, and one line on what was built.

Without a key it is a test package: signed with a key of this checkout, marked `~test`, never to leave the building. With
`--key` it is a release. Everything that carries the extension's id is written anew from that key.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from installer.extension_build import build_extension
from installer.handed_in import RefusedError, check_file, check_tools, check_version
from installer.identity import ROOT, Identity, release_identity, test_identity
from installer.linux.debian_package import pack
from installer.linux.layout import lay_out, links
from installer.linux.libraries import INSTALLED, compile_all, libraries
from installer.own_agent import lay_agent
from secondlook import __version__

BUILD = ROOT / "build" / "deb"


def main(given: list[str]) -> int:
    """Build. Exit status 0; 2 when something handed in cannot be used."""
    parser = argparse.ArgumentParser(prog="make deb", description=__doc__)
    parser.add_argument("--key", type=Path, help="the extension's private RSA key in PEM; makes a release")
    parser.add_argument("--version", default=__version__)
    parser.add_argument("--xpi", type=Path, help="the Firefox add-on as Mozilla has signed it")
    parser.add_argument("--maintainer", default="Second Look <maintainers@secondlook.invalid>")
    parser.add_argument("--out", type=Path, default=ROOT / "build")
    asked = parser.parse_args(given)
    try:
        _must_fit(asked)
        identity = release_identity(asked.key) if asked.key else test_identity()
    except RefusedError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    package = build(identity, asked)
    size = package.stat().st_size / 1e6
    print(f"{package}: {identity.kind} build, {size:.1f} MB, extension {identity.chromium_id}")
    if not asked.xpi:
        print(
            "The Firefox add-on is not signed by Mozilla: only an ESR that is set to take unsigned ones will (XPI=FILE)."
        )
    return 0


def build(identity: Identity, asked: argparse.Namespace) -> Path:
    """Build the package; returns its path."""
    BUILD.mkdir(parents=True, exist_ok=True)
    extension = build_extension(identity, asked.version, BUILD, "linux")
    root = BUILD / "root"
    shutil.rmtree(root, ignore_errors=True)
    lib = root / INSTALLED.lstrip("/")
    # Hard links: nothing below changes a file in place that came from the kept libraries.
    shutil.copytree(libraries(BUILD), lib, copy_function=os.link)
    own = BUILD / "agent"
    lay_agent(own, identity, asked.version, extension.parent / "practice")
    compile_all(own)
    shutil.copytree(own, lib, dirs_exist_ok=True)
    lay_out(root, identity, extension, asked.version, asked.xpi)
    version = asked.version if identity.kind == "release" else f"{asked.version}~test"
    mark = "" if identity.kind == "release" else " (TEST BUILD)"
    facts = {"version": version, "mark": mark, "maintainer": asked.maintainer}
    places = list(links(identity.facts["native_host"]))
    return pack(root, asked.out, facts, places)


def _must_fit(asked: argparse.Namespace) -> None:
    check_version(asked.version)
    check_file(asked.xpi)
    check_tools(("dpkg-deb", "strip", "node"), "sudo apt-get install dpkg binutils nodejs")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`make msi`: the Windows package, and one line on what was built.

Python for Windows is handed in (`--python-embed`), because no package index of ours has it. Without it everything else is
built and checked, what is missing is said, and the exit status is 3: there is no package. Without `--key` it is a test build.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from installer.extension_build import build_extension
from installer.handed_in import RefusedError, check_file, check_tools
from installer.identity import ROOT, Identity, release_identity, test_identity
from installer.own_agent import lay_agent
from installer.windows import embeddable
from installer.windows.dll_closure import missing
from installer.windows.launchers import AGENT, COMPILER, RESOURCES
from installer.windows.layout import LIB, PYTHON, lay_out, lay_python, manifest_paths, policy_keys
from installer.windows.libraries import libraries
from installer.windows.msi import PackagingError, build_msi
from installer.windows.product import Product
from secondlook import __version__

BUILD = ROOT / "build" / "msi"
TOOLS = ("wixl", "msibuild", "objdump", COMPILER, RESOURCES, "node")
_VERSION = re.compile(r"(\d{1,3})\.(\d{1,3})\.(\d{1,5})")


def read_arguments(given: list[str]) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="make msi", description=__doc__)
    parser.add_argument("--python-embed", type=Path, help="python.org's embeddable zip for 64-bit Windows")
    parser.add_argument("--python-embed-sha256", help="its SHA-256, if it is not pinned in python-embed.sha256")
    parser.add_argument("--key", type=Path, help="the extension's private RSA key in PEM; makes a release")
    parser.add_argument("--version", default=__version__)
    parser.add_argument("--xpi", type=Path, help="the Firefox add-on as Mozilla has signed it")
    parser.add_argument("--sign", help="a program that signs a file in place; it is called with the path of one file")
    parser.add_argument("--out", type=Path, default=ROOT / "build")
    parser.add_argument("--work", type=Path, default=BUILD, help=argparse.SUPPRESS)
    return parser.parse_args(given)


def main(given: list[str]) -> int:
    """Build. Exit status 0; 2 when something cannot be used; 3 when only Python for Windows is missing."""
    asked = read_arguments(given)
    began = time.monotonic()
    try:
        _must_fit(asked)
        identity = release_identity(asked.key) if asked.key else test_identity()
        payload = make_payload(identity, asked, libraries(asked.work))
        check_closure(payload)
        if asked.python_embed:
            package = make_package(payload, identity, asked)
    except (RefusedError, PackagingError, embeddable.EmbeddableError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not asked.python_embed:
        sys.stderr.write(
            f"Everything but Python is in {payload}, and its DLLs are complete. NO MSI WAS WRITTEN: hand in python.org's"
            f" embeddable zip of Python {embeddable.PYTHON} with make msi PYTHON_EMBED=FILE.\n"
        )
        return 3
    size, count = package.stat().st_size / 1e6, sum(1 for path in payload.rglob("*") if path.is_file())
    took = time.monotonic() - began
    print(
        f"{package}: {identity.kind} build, {size:.1f} MB, {count} files, {took:.0f} s, extension {identity.chromium_id}"
    )
    return 0


def make_payload(identity: Identity, asked: argparse.Namespace, third_party: Path) -> Path:
    """The folder with every file of the package; Python too, when it was handed in."""
    asked.work.mkdir(parents=True, exist_ok=True)
    payload: Path = asked.work / "payload"
    shutil.rmtree(payload, ignore_errors=True)
    # Hard links: nothing below changes a file in place that came from the kept libraries.
    shutil.copytree(third_party, payload / LIB, copy_function=os.link)
    browser = build_extension(identity, asked.version, asked.work, "windows")
    own = asked.work / "agent"
    lay_agent(own, identity, asked.version, browser.parent / "practice")
    for cache in own.rglob("__pycache__"):
        shutil.rmtree(cache)
    shutil.copytree(own, payload / LIB, dirs_exist_ok=True)
    lay_python(payload, asked.python_embed)
    lay_out(payload, identity, browser, asked.version, asked.xpi)
    for program in sorted(payload.glob("*.exe")):
        _sign(program, asked.sign)
    return payload


def check_closure(payload: Path) -> None:
    """Refuse a package of which a module could not be loaded.

    Raises:
        RefusedError: with the modules and what they lack.

    """
    if gaps := missing(payload, payload / PYTHON, embeddable.CARRIED):
        raise RefusedError("These would not load on a plain Windows:\n  " + "\n  ".join(gaps))


def make_package(payload: Path, identity: Identity, asked: argparse.Namespace) -> Path:
    """Write the MSI and return its path."""
    mark = "" if identity.kind == "release" else " (TEST BUILD)"
    product = Product(
        version=asked.version,
        payload=payload,
        host=identity.facts["native_host"],
        manifests=manifest_paths(),
        policies=policy_keys(payload),
        agent=AGENT,
        mark=mark,
    )
    asked.out.mkdir(parents=True, exist_ok=True)
    package: Path = asked.out / f"second-look-{asked.version}{'' if identity.kind == 'release' else '-test'}-x64.msi"
    build_msi(product, asked.work / "second-look.wxs", package)
    _sign(package, asked.sign)
    return package


def _sign(path: Path, program: str | None) -> None:
    if program and subprocess.run([program, str(path)], check=False).returncode:
        raise RefusedError(f"{program} did not sign {path.name}.")


def _must_fit(asked: argparse.Namespace) -> None:
    numbers = _VERSION.fullmatch(asked.version)
    if not numbers or any(
        int(number) > most for number, most in zip(numbers.groups(), (255, 255, 65_535), strict=True)
    ):
        raise RefusedError(
            f"{asked.version} is no version for Windows: three numbers, to 255.255.65535, such as 1.4.0."
        )
    check_file(asked.xpi)
    check_tools(TOOLS, "tools/setup.sh windows")
    if asked.sign and not shutil.which(asked.sign):
        raise RefusedError(f"There is no program {asked.sign}.")
    if asked.python_embed:
        embeddable.check(asked.python_embed, asked.python_embed_sha256)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

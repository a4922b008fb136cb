"""`make macos`: lays out the macOS package and writes its configuration profiles. The last step, `package.sh`, needs a Mac.

Nothing of it was run on a Mac so far. Without `--key` it is a test build.
"""

from __future__ import annotations

import argparse
import base64
import json
import shutil
import subprocess
import sys
from pathlib import Path

from installer.extension_build import build_extension
from installer.handed_in import RefusedError, check_file, check_out, check_tools, check_version
from installer.identity import ROOT, Identity, release_identity, test_identity
from installer.macos.layout import HERE, HOME, LIB, lay_manifests, lay_out
from installer.own_agent import lay_agent
from secondlook import __version__

BUILD = ROOT / "build" / "macos"
MARK = "package.sh"
"""Lies in every layout, by which an earlier one is known."""
_ASKS = """
import base64, json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from secondlook.browser_policies.documents import documents
from secondlook.browser_policies.wanted import Wanted, shipped_url
from secondlook.install_host import BROWSERS, host_manifest
made = [it for name in BROWSERS for it in documents(Wanted(name, "macos", shipped_url(name, "macos")))]
print(json.dumps({
    "manifests": {name: host_manifest(name, Path(sys.argv[2])) for name in BROWSERS},
    "profiles": {document.name: base64.b64encode(document.content).decode() for document in made},
}))"""


def main(given: list[str]) -> int:
    """Lay out. Exit status 0; 2 when something handed in cannot be used."""
    parser = argparse.ArgumentParser(prog="make macos", description=__doc__)
    parser.add_argument("--key", type=Path, help="the extension's private RSA key in PEM; makes a release")
    parser.add_argument("--version", default=__version__)
    parser.add_argument("--xpi", type=Path, help="the Firefox add-on as Mozilla has signed it")
    parser.add_argument("--out", type=Path, default=BUILD)
    asked = parser.parse_args(given)
    try:
        check_version(asked.version)
        check_file(asked.xpi)
        check_tools(["node"], "sudo apt-get install nodejs")
        check_out(asked.out, MARK)
        identity = release_identity(asked.key) if asked.key else test_identity()
    except RefusedError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    build(identity, asked)
    print(f"{asked.out}: {identity.kind} build, extension {identity.chromium_id}; never run on a Mac so far.")
    print(f"Profiles are in {asked.out / 'profiles'}. On a Mac: {asked.out / 'package.sh'} {asked.out} {asked.version}")
    return 0


def build(identity: Identity, asked: argparse.Namespace) -> None:
    """Write disk, scripts, profiles, lock and `package.sh` below `asked.out`."""
    out: Path = asked.out
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    root = out / "disk"
    lib = root / LIB.lstrip("/")
    browser = build_extension(identity, asked.version, out, "macos")
    lay_agent(lib, identity, asked.version, browser.parent / "practice")
    lay_out(root, identity, browser, asked.version, asked.xpi)
    words = [sys.executable, "-I", "-B", "-c", _ASKS, str(lib), f"{HOME}/native-host"]
    answer = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)
    lay_manifests(root, answer["manifests"], identity.facts["native_host"])
    for cache in root.rglob("__pycache__"):
        shutil.rmtree(cache)
    (out / "profiles").mkdir()
    for name, content in answer["profiles"].items():
        (out / "profiles" / name).write_bytes(base64.b64decode(content))
    shutil.copytree(HERE / "scripts", out / "scripts")
    for name in ("preinstall", "postinstall"):
        (out / "scripts" / name).chmod(0o755)
    shutil.copyfile(ROOT / "requirements" / "macos.lock", out / "macos.lock")
    shutil.copy(HERE / MARK, out / MARK)
    shutil.rmtree(out / "browser")
    (out / "extension.json").unlink()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

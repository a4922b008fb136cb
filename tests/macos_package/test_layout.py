"""The macOS package as far as it can be looked at without a Mac: its files, its property lists, its scripts, its locked libraries.

Nothing of it was run on a Mac; these tests say that it is whole, not that it works there.
"""

from __future__ import annotations

import json
import plistlib
import re
import subprocess
import sys

import pytest

from installer.identity import ROOT
from installer.identity import test_identity as made_identity
from installer.macos.build import main
from installer.macos.layout import HOME, LABEL, LAUNCH_AGENT, LIB, MANIFEST_FOLDERS, launch_agent

HOST = "org.secondlook.agent"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The package, laid out."""
    out = tmp_path_factory.mktemp("macos") / "made"
    assert main(["--out", str(out), "--version", "1.2.3"]) == 0
    return out


def inside(made, path):
    """A file of the package by its place on a Mac."""
    return made / "disk" / path.lstrip("/")


def test_the_launch_agent_starts_what_is_there(made):
    """One job for each person's own session, whose program is in the package and may be executed."""
    job = plistlib.loads(inside(made, LAUNCH_AGENT).read_bytes())
    assert job["Label"] == LABEL
    assert job["LimitLoadToSessionType"] == "Aqua", "never for root, never without a screen"
    program = inside(made, job["ProgramArguments"][0])
    assert program.stat().st_mode & 0o111
    assert "UserName" not in job
    assert plistlib.loads(launch_agent()) == job


@pytest.mark.parametrize(("browser", "folder"), MANIFEST_FOLDERS.items())
def test_each_browser_finds_the_host(made, browser, folder):
    """Manifest with an absolute path, as macOS asks, to a host that is there, for the extension of this build."""
    manifest = json.loads(inside(made, f"{folder}/{HOST}.json").read_text(encoding="utf-8"))
    assert manifest["name"] == HOST
    assert manifest["path"].startswith("/")
    assert inside(made, manifest["path"]).stat().st_mode & 0o111
    allowed = manifest["allowed_extensions" if browser == "firefox" else "allowed_origins"]
    assert allowed == (
        [made_identity().facts["firefox_id"]]
        if browser == "firefox"
        else [f"chrome-extension://{made_identity().chromium_id}/"]
    )


def test_profiles_name_the_extension_of_this_build_and_where_it_lies(made):
    """A profile for each browser; the address in it is that of a file of the package."""
    for browser in MANIFEST_FOLDERS:
        text = (made / "profiles" / f"second-look-{browser}.mobileconfig").read_text(encoding="utf-8")
        address = re.search(r"file://(/Library/[^<]+)</string>", text)
        assert address
        assert inside(made, address[1].replace("%20", " ")).is_file()
        assert (made_identity().facts["firefox_id"] if browser == "firefox" else made_identity().chromium_id) in text


def test_the_update_manifest_leads_to_the_extension(made):
    """The CRX that it names is in the package, with id and version of this build."""
    text = inside(made, f"{HOME}/extension/update.xml").read_text(encoding="utf-8")
    codebase = re.search(r'codebase="file://([^"]+)" version="1.2.3"', text)
    assert codebase
    assert inside(made, codebase[1].replace("%20", " ")).is_file()
    assert made_identity().chromium_id in text


def test_uninstall_names_everything_outside_our_own_folder(made):
    """What the package lays down anywhere else is taken away by name."""
    script = inside(made, f"{HOME}/uninstall").read_text(encoding="utf-8").replace("$plist", LAUNCH_AGENT)
    root = made / "disk"
    for path in (path for path in root.rglob("*") if path.is_file()):
        place = f"/{path.relative_to(root)}"
        if not place.startswith(f"{HOME}/"):
            assert f'rm -f "{place}"' in script
    assert f'rm -rf "{HOME}"' in script
    assert f"--forget {LABEL}" in script


@pytest.mark.parametrize("name", ["scripts/preinstall", "scripts/postinstall", "package.sh", f"disk{HOME}/uninstall"])
def test_scripts_are_sound_shell(made, name):
    """They parse, may be executed, and stop at the first error."""
    script = made / name
    assert script.stat().st_mode & 0o111
    subprocess.run(["sh", "-n", str(script)], check=True)
    assert "set -eu" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["secondlook", "native-host"])
def test_the_programs_run_the_agent_of_the_package(made, name):
    """With this machine's Python in place of the Mac's, each imports the package's own agent and no other."""
    source = inside(made, f"{HOME}/{name}").read_text(encoding="utf-8")
    assert source.startswith("#!/Library/Frameworks/Python.framework/Versions/3.13/bin/python3.13 -I\n")
    here = source.replace(LIB, str(inside(made, LIB))).replace(
        "sys.exit(main(", "import secondlook; print(secondlook.__file__); (main("
    )
    words = [sys.executable, "-I", "-c", here, *(["version"] if name == "secondlook" else [])]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    assert str(inside(made, LIB)) in done.stdout
    if name == "secondlook":
        assert "1.2.3" in done.stdout


def test_the_lock_is_for_macos_and_pins_everything_by_hash():
    """A version and a hash for each package; the Mac's own bridges are in it, Linux' are not."""
    lock = (ROOT / "requirements" / "macos.lock").read_text(encoding="utf-8")
    entries = re.findall(
        r"^([a-z0-9.-]+)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", lock, re.MULTILINE
    )
    assert len(entries) == lock.count("==")
    names = {name for name, _, _ in entries}
    assert {"pyobjc-core", "keyring", "spacy"} <= names
    assert not {"secretstorage", "jeepney", "python-xlib", "pywin32-ctypes"} & names


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--version", "soon"], "soon is no version"),
        (["--xpi", "/nowhere/signed.xpi"], "There is no file /nowhere/signed.xpi"),
    ],
)
def test_what_cannot_be_used_is_refused(tmp_path, capsys, words, says):
    """With one sentence and exit status 2, before anything is made."""
    assert main(["--out", str(tmp_path / "made"), *words]) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


def test_a_folder_with_something_else_is_left_alone(tmp_path, capsys):
    """`--out` is written anew, so whatever no earlier build has laid there stays."""
    (tmp_path / "thesis.txt").write_text("ten years of work", encoding="utf-8")
    assert main(["--out", str(tmp_path)]) == 2
    assert "holds something else" in capsys.readouterr().err
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "ten years of work"

"""`secondlook policies`: what an administrator gives to a browser, in the form that its platform takes."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from secondlook.browser_policies.documents import Document, documents
from secondlook.browser_policies.managed_settings import read_settings
from secondlook.browser_policies.merge import kept_settings, merged, settled_by_another, without
from secondlook.browser_policies.wanted import PLATFORMS, Wanted, shipped_url
from secondlook.commands.arguments import Commands, new_command
from secondlook.config import EXTENSION
from secondlook.errors import UsageError
from secondlook.install_host import BROWSERS

LONGEST_URL = 200
"""Characters. With the extension's id before it, a value of an administrative template may have 255."""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = new_command(commands, "policies", "write the policies that install and set up the extension")
    parser.add_argument("--browser", choices=BROWSERS, required=True)
    parser.add_argument("--platform", choices=PLATFORMS, required=True)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="write here, beside what others have set; else the first file is printed",
    )
    parser.add_argument(
        "--extension-url",
        metavar="URL",
        help="the update manifest (Firefox: the add-on); else where our package lays it",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        dest="settings",
        help="a managed setting of the extension; lists with commas",
    )
    parser.add_argument("--settings-file", type=Path, metavar="FILE", help="the same as a JSON object")
    parser.add_argument("--keep", action="store_true", help="keep the settings that our policies in DIR carry already")
    parser.add_argument("--unsigned", action="store_true", help="Firefox ESR: take add-ons without Mozilla's signature")
    parser.add_argument("--remove", action="store_true", help="take our policies out of DIR again (Linux)")
    parser.set_defaults(work=run)


def run(arguments: argparse.Namespace) -> int:
    """Print or write.

    Raises:
        UsageError: a setting that the extension could not use, or a file of somebody else's that cannot be read.

    """
    wanted = Wanted(
        browser=arguments.browser,
        platform=arguments.platform,
        extension_url=_address(arguments.extension_url or shipped_url(arguments.browser, arguments.platform)),
        settings=read_settings(_written(arguments)),
        unsigned=arguments.unsigned,
    )
    if arguments.keep and arguments.out:
        kept = read_settings(kept_settings(wanted, arguments.out))
        wanted = replace(wanted, settings={**kept, **wanted.settings})
    if arguments.remove:
        _remove(wanted, arguments.out)
        return 0
    if EXTENSION["kind"] == "test":
        sys.stderr.write("The extension's id is the test key's; policies for a release come from a release build.\n")
    if arguments.out is None:
        sys.stdout.write(_as_text(documents(wanted)[0]))
    elif wanted.platform == "linux":
        _write_beside(wanted, arguments.out)
    else:
        for document in documents(wanted):
            _write(arguments.out / document.name, document.content)
            sys.stdout.write(f"{arguments.out / document.name}: {document.place}\n")
    return 0


def _written(arguments: argparse.Namespace) -> dict[str, object]:
    written: dict[str, object] = {}
    if arguments.settings_file:
        try:
            held = json.loads(arguments.settings_file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise UsageError(f"{arguments.settings_file} cannot be read as JSON.") from error
        if not isinstance(held, dict):
            raise UsageError(f"{arguments.settings_file} holds no settings: it should be one object.")
        written |= held
    for setting in arguments.settings:
        name, equals, value = setting.partition("=")
        if not equals:
            raise UsageError("--set takes NAME=VALUE.")
        written[name] = value
    return written


def _address(url: str) -> str:
    if len(url) > LONGEST_URL:
        raise UsageError(f"--extension-url takes at most {LONGEST_URL} characters.")
    if not url.startswith(("https://", "http://", "file:///")) or any(mark in url for mark in ' ;"'):
        raise UsageError("--extension-url takes an https, http or file address, without blanks, quotes or semicolons.")
    return url


def _as_text(document: Document) -> str:
    coding = "utf-16" if document.content.startswith(b"\xff\xfe") else "utf-8"
    return document.content.decode(coding).replace("\r\n", "\n")


def _write_beside(wanted: Wanted, folder: Path) -> None:
    name, content = merged(wanted, folder)
    _write(folder / name, content)
    sys.stdout.write(f"{folder / name}: {documents(wanted)[0].place}\n")
    if wanted.browser != "firefox" and (last := settled_by_another(wanted, folder)):
        sys.stderr.write(f"{last} has the last word on which lists add up, and does not name ours: add them there.\n")


def _remove(wanted: Wanted, folder: Path | None) -> None:
    if folder is None or wanted.platform != "linux":
        raise UsageError("--remove goes with --platform linux and --out DIR; Windows has a .reg that removes.")
    name, left = without(wanted, folder)
    if left is not None:
        _write(folder / name, left)
    else:
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise UsageError(f"{folder / name} cannot be removed: {error.strerror}.") from error
    sys.stdout.write(f"{folder / name}: nothing of Second Look's is left in it.\n")


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a browser may read the folder at any moment. `.new` is no ending that a browser looks for."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(content)
        fresh.chmod(0o644)
        fresh.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error

"""`secondlook district build` makes and packs the district folder; `district take-key` brings its key into a keyring."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from datetime import date
from pathlib import Path

from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.commands.progress import draw
from secondlook.district.build import Built, Sources, build_in, check_out, keep
from secondlook.district.deb_package import deb_name, pack_deb
from secondlook.district.key import key_id
from secondlook.district.manifest import BadDistrictError
from secondlook.district.zip_package import pack_zip, zip_name
from secondlook.errors import UsageError
from secondlook.key_file import parse_key
from secondlook.keys import Keys

_STEPS = 4
_MAINTAINER = "District IT <it@district.invalid>"


def add(commands: Commands) -> None:
    """Declare both commands."""
    group = commands.add_parser("district", help="the district folder", description="The district folder.")
    inner = group.add_subparsers(required=True, metavar="COMMAND")
    _add_build(new_command(inner, "build", "check everything a district decides, and make one folder of it"))
    parser = new_command(inner, "take-key", "bring the roster's key into this person's keyring; for login scripts")
    parser.add_argument("file", metavar="FILE", help="the key file, or - for stdin")
    parser.set_defaults(work=run_take_key)


def _add_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the folder; packages come to lie beside it"
    )
    parser.add_argument("--rules", type=Path, metavar="OVERLAY", help="levels, rules and terms laid over the policy")
    parser.add_argument(
        "--sites",
        type=Path,
        nargs="+",
        default=[],
        metavar="PATH",
        help="changed site labels: files or folders of them",
    )
    parser.add_argument("--roster", type=Path, metavar="SEALED", help="what `secondlook roster seal` made")
    parser.add_argument("--key", type=Path, metavar="FILE", help="the roster's key, to open it once; else SEALED.key")
    parser.add_argument("--calendar", type=Path, metavar="ICS", help="the school's calendar")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="the district's settings")
    parser.add_argument(
        "--version", dest="folder_version", metavar="VERSION", help="else from the time, such as 2026.11.26.143000"
    )
    parser.add_argument("--deb", action="store_true", help="also a Debian package")
    parser.add_argument("--zip", action="store_true", help="also a ZIP, for tools that copy")
    parser.add_argument("--maintainer", default=_MAINTAINER, metavar="WHO", help="named in the Debian package")
    parser.add_argument("--dry-run", action="store_true", help="check and tell, write nothing")
    parser.set_defaults(work=run_build)


def run_build(arguments: argparse.Namespace) -> int:
    """Build, and pack where asked.

    Raises:
        SecondLookError: a part cannot be used; nothing has been written.

    """
    version = arguments.folder_version
    if version is not None and not re.fullmatch(r"[0-9][0-9A-Za-z.+~]{0,39}", version):
        raise UsageError("--version begins with a digit and has letters, digits and . + ~, such as 2026.11.26.")
    if "\n" in arguments.maintainer:
        raise UsageError("--maintainer is one line, such as District IT <it@example.org>.")
    check_out(arguments.out)
    sources = Sources(
        rules=arguments.rules,
        sites=tuple(arguments.sites),
        roster=arguments.roster,
        key=arguments.key,
        calendar=arguments.calendar,
        settings=arguments.settings,
        version=version,
    )
    with tempfile.TemporaryDirectory(prefix="second-look-") as work:
        bar = _Steps()
        try:
            built = build_in(Path(work), sources, date.today(), bar.tell)  # noqa: DTZ011  a school day, local
        finally:
            bar.close()
        for line in built.told:
            sys.stdout.write(f"{line}\n")
        if arguments.dry_run:
            sys.stdout.write(f"Version {built.manifest.version} would be written. Nothing has been (--dry-run).\n")
            return 0
        _write(built, arguments)
    return 0


def _write(built: Built, arguments: argparse.Namespace) -> None:
    out: Path = arguments.out
    keep(built, out)
    size = sum(entry.size for entry in built.manifest.files.values())
    files = len(built.manifest.files)
    sys.stdout.write(f"Version {built.manifest.version} is in {out}: {files} files, {size / 1e6:,.1f} MB.\n")
    packages = []
    if arguments.deb:
        packages.append((deb_name(built.manifest), pack_deb(built.folder, built.manifest, arguments.maintainer)))
    if arguments.zip:
        packages.append((zip_name(built.manifest), pack_zip(built.folder, built.manifest)))
    for name, package in packages:
        path = out.absolute().parent / name
        fresh = path.with_name(f".{name}.new")
        try:
            fresh.write_bytes(package)
            fresh.replace(path)
        except OSError as error:
            raise BadDistrictError(f"{path}: cannot be written: {error.strerror}.") from error
        sys.stdout.write(f"Packed as {path} ({len(package) / 1e6:,.1f} MB).\n")


def run_take_key(arguments: argparse.Namespace) -> int:
    """Take the key in, and say which one it is.

    Raises:
        SecondLookError: it is no key, or the keyring cannot keep it.

    """
    try:
        given = sys.stdin.buffer.read(200) if arguments.file == "-" else Path(arguments.file).read_bytes()[:200]
    except OSError as error:
        raise BadDistrictError(f"{arguments.file}: cannot be read: {error.strerror}.") from error
    key = parse_key(given)
    if key is None:
        raise BadDistrictError("That is no key: a line of 64 hex digits, as `secondlook roster seal` makes it.")
    keys = Keys(home_of(arguments))
    keys.take(key)
    where = "the keyring" if keys.place == "keyring" else "a file that only you can read"
    sys.stdout.write(f"The district's key {key_id(key)} is in {where}.\n")
    return 0


class _Steps:
    """The steps of a build as a bar, where a person watches."""

    def __init__(self) -> None:
        self._done = 0
        self._shown = sys.stderr.isatty()

    def tell(self, step: str) -> None:
        """The next step begins."""
        if self._shown:
            draw(self._done, _STEPS, step)
        self._done += 1

    def close(self) -> None:
        """Rub the bar out."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * 79}\r")
            sys.stderr.flush()

"""Turns a folder that stands for `/` into a .deb: control data, the package's scripts, checksums, dpkg-deb.

The same folder gives the same bytes: every date is that of the last commit. Called by `build.py`.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from installer.identity import ROOT

DEBIAN = Path(__file__).resolve().parent / "debian"
# zstd: a fifth larger than xz, and packed in seconds instead of minutes; dpkg knows it since Debian 12 and Ubuntu 18.04.
SCRIPTS = ("preinst", "postinst", "prerm", "postrm")


def pack(root: Path, out: Path, facts: dict[str, str], links: list[str]) -> Path:
    """Write control data into `root/DEBIAN` and pack it all.

    Args:
        root: stands for `/`.
        out: the folder for the package.
        facts: `version`, `mark`, `maintainer`.
        links: places in /etc and /usr/bin that are to be links of ours.

    Returns:
        The package, `second-look_VERSION_ARCHITECTURE.deb`.

    """
    changes = root / "usr/share/doc/second-look/changelog.gz"
    changes.write_bytes(gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), 9, mtime=0))
    _close_to_others(root)
    control = root / "DEBIAN"
    control.mkdir()
    architecture = _says("dpkg", "--print-architecture")
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    minor = sys.version_info.minor
    more = {
        "architecture": architecture,
        "kilobytes": str(sum(path.stat().st_size for path in files) // 1024),
        "python": f"3.{minor}",
        "next_python": f"3.{minor + 1}",
    }
    (control / "control").write_text((DEBIAN / "control").read_text(encoding="utf-8").format(**facts, **more))
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
    ]
    (control / "md5sums").write_text("".join(sums))
    for name in SCRIPTS:
        script = (DEBIAN / name).read_text(encoding="utf-8").replace("@LINKS@", " ".join(map(shlex.quote, links)))
        (control / name).write_text(script, encoding="utf-8")
        (control / name).chmod(0o755)
    package = out / f"second-look_{facts['version']}_{architecture}.deb"
    out.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(root), str(package)],
        check=True, stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": _last_commit()},
    )  # fmt: skip
    shutil.rmtree(control)
    return package


def _close_to_others(root: Path) -> None:
    """Folders 0755, files readable by all and writable by root alone, whatever the builder's umask."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _last_commit() -> str:
    try:
        return _says("git", "-C", str(ROOT), "log", "-1", "--format=%ct")
    except (OSError, subprocess.CalledProcessError):  # a source archive without history
        return str(int((ROOT / "CHANGELOG.md").stat().st_mtime))


def _says(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()

"""Turns the WiX source into the MSI: wixl, then what wixl cannot say, written into the database's tables. Called by `build.py`."""

from __future__ import annotations

import subprocess
from pathlib import Path

from installer.windows.product import DISTRICT_FOLDER, UPGRADE_CODE, Product, wix_source

_STOP = "StopAgents"
_READ_ONLY_FOR_USERS = "D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)"
"""Security descriptor: SYSTEM and administrators may do all, users may read; nothing is inherited from ProgramData."""
_RUN_EXE_IN_FOLDER, _GO_ON_WHEN_IT_FAILS = 34, 64
_PERMISSIONS = (
    "CREATE TABLE `MsiLockPermissionsEx` (`MsiLockPermissionsEx` CHAR(72) NOT NULL, `LockObject` CHAR(72) NOT NULL,"
    " `Table` CHAR(32) NOT NULL, `SDDLText` CHAR(0) NOT NULL, `Condition` CHAR(255) PRIMARY KEY `MsiLockPermissionsEx`)"
)
_OLDER = "WIX_UPGRADE_DETECTED"
_MIGRATE_FEATURES, _THE_SAME_VERSION_TOO = 1, 512


class PackagingError(Exception):
    """A tool of the build failed."""


def build_msi(product: Product, source: Path, package: Path) -> None:
    """Write the package.

    Args:
        product: what goes in.
        source: where the WiX source may be written.
        package: the MSI to be made.

    Raises:
        PackagingError: wixl or msibuild refused; the sentence holds their words.

    """
    source.write_text(wix_source(product), encoding="utf-8")
    package.unlink(missing_ok=True)
    words = ["wixl", "--arch", "x64", "--output", str(package), str(source)]
    _run(words, product.payload)  # wixl takes files only relative to where it stands
    statements = [word for statement in _afterwards(product) for word in ("-q", statement)]
    _run(["msibuild", str(package), *statements], product.payload)


def _run(words: list[str], where: Path) -> None:
    done = subprocess.run(words, check=False, capture_output=True, cwd=where)
    if done.returncode:
        raise PackagingError(f"{words[0]} failed:\n{done.stderr.decode('utf-8', 'replace')[-2000:]}")


def _afterwards(product: Product) -> list[str]:
    replaced = _MIGRATE_FEATURES + _THE_SAME_VERSION_TOO
    older = f"'{{{UPGRADE_CODE}}}','{product.version}',{replaced},'{_OLDER}'"
    locked = f"'District','{DISTRICT_FOLDER}','CreateFolder','{_READ_ONLY_FOR_USERS}'"
    kind = _RUN_EXE_IN_FOLDER + _GO_ON_WHEN_IT_FAILS
    stop = f'"[System64Folder]taskkill.exe" /F /IM "{product.agent}"'
    return [
        # Inside the transaction: an upgrade that fails gives the old version back.
        "UPDATE `InstallExecuteSequence` SET `Sequence`=1501 WHERE `Action`='RemoveExistingProducts'",
        # Another build of the same version replaces the first, instead of standing beside it. (The attributes are part of
        # the row's key and cannot be changed in place.)
        f"DELETE FROM `Upgrade` WHERE `ActionProperty`='{_OLDER}'",
        f"INSERT INTO `Upgrade` (`UpgradeCode`,`VersionMax`,`Attributes`,`ActionProperty`) VALUES ({older})",
        # wine reads no permissions, so this is shown by nothing but the table.
        _PERMISSIONS,
        f"INSERT INTO `MsiLockPermissionsEx` (`MsiLockPermissionsEx`,`LockObject`,`Table`,`SDDLText`) VALUES ({locked})",
        # A running agent would keep its files from being replaced. It starts again at the next log-on: an installer that
        # runs as SYSTEM must start nothing on a person's desktop.
        f"INSERT INTO `CustomAction` (`Action`,`Type`,`Source`,`Target`) VALUES ('{_STOP}',{kind},'TARGETDIR','{stop}')",
        f"INSERT INTO `InstallExecuteSequence` (`Action`,`Condition`,`Sequence`) VALUES ('{_STOP}','',1399)",
    ]

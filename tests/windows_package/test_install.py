"""Install, install again, upgrade, downgrade, uninstall, in wine: what is there before and after, in registry and files."""

from __future__ import annotations

import json
import re

import pytest

from installer.identity import test_identity as made_identity
from secondlook.browser_policies.registry import registry_keys
from secondlook.browser_policies.wanted import Wanted, shipped_url
from secondlook.install_host import BROWSERS
from windows_package.wine import PROGRAMS

RUN = r"software\microsoft\windows\currentversion\run"
FORCELIST = r"Software\Policies\Google\Chrome\ExtensionInstallForcelist"
DISTRICT = "ProgramData/SecondLook"
AGENT = "Second Look.exe"


def install(windows, package, *words):
    return windows.msiexec("/i", windows.put(package), "/l*v", r"C:\install.log", *words)


def installed(snapshot):
    """Versions that Windows' list of programs shows."""
    shown = [values for key, values in snapshot.registry.items() if "uninstall" in key]
    return [values["DisplayVersion"].strip('"') for values in shown if "Second Look" in values.get("DisplayName", "")]


def by_ourselves(values):
    """Values apart from those that Windows Installer itself writes: the list of programs and its own books."""
    return {key: held for key, held in values.items() if not ("uninstall" in key or r"classes\installer" in key)}


def policies():
    """Key → values that the optional feature should set, in this build's ids."""
    found = {}
    for browser in BROWSERS:
        for key in registry_keys(Wanted(browser, "windows", shipped_url(browser, "windows"))):
            for name, text in key.values.items():
                own = text.replace(Wanted("chrome", "windows", "").extension_id, made_identity().chromium_id)
                found.setdefault(key.path.lower(), {})[name] = f'"{own}"'
    return found


def test_a_silent_install_puts_exactly_this_there(windows, packages, before):
    """Files, autostart for everybody, the host for each browser; no policy, nothing started, nothing in the 32-bit view."""
    assert install(windows, packages["1.0.0"]) == 0
    now = windows.snapshot()
    new = by_ourselves(now.new_values(before))
    hosts = {key: held for key, held in new.items() if "nativemessaginghosts" in key}
    assert new.pop(RUN) == {"Second Look": r'"\"C:\\Program Files\\Second Look\\Second Look.exe\""'}
    assert new == hosts
    assert len(hosts) == len(BROWSERS)
    assert not any("wow6432node" in key for key in new)
    for key, held in hosts.items():
        path = windows.drive / held["@"].strip('"').replace("\\\\", "/").removeprefix("C:/")
        manifest = json.loads(path.read_text(encoding="utf-8"))
        assert key.endswith(manifest["name"])
        assert (path.parent / manifest["path"].replace("\\", "/")).resolve().name == "native-host.exe"
        assert (path.parent / manifest["path"].replace("\\", "/")).is_file()
    assert installed(now) == ["1.0.0"]
    assert not windows.running(AGENT), "an installer that runs as SYSTEM must start nothing"
    assert (windows.drive / "install.log").stat().st_size > 0
    assert all(path.startswith((PROGRAMS, DISTRICT)) for path in now.files.keys() - before.files.keys())
    assert now.files[DISTRICT] is None, "made so that ordinary users cannot write in it"


def test_uninstall_leaves_nothing_but_what_is_not_ours(windows, packages, before):
    """Policies, when asked for, are set as `secondlook policies` writes them; removal takes all of it and no one else's entry."""
    windows.add(FORCELIST, "1", "theirs")
    try:
        assert install(windows, packages["1.0.0"], "ADDLOCAL=ALL") == 0
        new = windows.snapshot().new_values(before)
        wanted = policies()
        wanted[FORCELIST.lower()]["1"] = '"theirs"'
        assert {key: held for key, held in new.items() if r"\policies" in key} == wanted
        assert windows.msiexec("/x", windows.put(packages["1.0.0"])) == 0
        after = windows.snapshot()
        assert after.new_values(before) == {FORCELIST.lower(): {"1": '"theirs"'}}
        assert before.new_values(after) == {}
        assert after.files == before.files
    finally:
        windows.take_away(FORCELIST)


@pytest.mark.usefixtures("before")
def test_installed_twice_is_installed_once(windows, packages):
    """The same package again changes nothing; another build of the same version takes the first one's place."""
    assert install(windows, packages["1.1.0"]) == 0
    first = windows.snapshot()
    assert install(windows, packages["1.1.0"]) == 0
    second = windows.snapshot()
    assert by_ourselves(second.new_values(first)) == {}
    assert second.files == first.files
    assert installed(second) == ["1.1.0"]
    assert install(windows, packages["1.1.0 again"]) == 0
    now = windows.snapshot()
    assert installed(now) == ["1.1.0"]
    assert f"{PROGRAMS}/only in 1.1.0 again.txt" in now.files
    assert f"{PROGRAMS}/only in 1.1.0.txt" not in now.files


def test_an_upgrade_replaces_and_a_downgrade_is_refused(windows, packages, before):
    """One entry, the new files, the policies kept; then the old package is refused with 1603 and nothing changes."""
    assert install(windows, packages["1.0.0"], "ADDLOCAL=ALL") == 0
    assert install(windows, packages["1.1.0"], "ADDLOCAL=ALL") == 0
    upgraded = windows.snapshot()
    assert installed(upgraded) == ["1.1.0"]
    assert f"{PROGRAMS}/only in 1.1.0.txt" in upgraded.files
    assert f"{PROGRAMS}/only in 1.0.0.txt" not in upgraded.files
    assert {key: held for key, held in upgraded.new_values(before).items() if r"\policies" in key} == policies()
    assert RUN in upgraded.new_values(before)
    assert install(windows, packages["1.0.0"], "ADDLOCAL=ALL") == 1603
    refused = windows.snapshot()
    assert refused.files == upgraded.files
    assert refused.new_values(upgraded) == {}
    assert upgraded.new_values(refused) == {}


def test_uninstall_while_it_runs(windows, packages, before):
    """The agent is ended, and Python with it; no file is left because it was in use."""
    assert install(windows, packages["1.0.0"]) == 0
    windows.start(rf"C:\{PROGRAMS}\{AGENT}".replace("/", "\\"))
    windows.await_running("python.exe", wanted=True)
    assert windows.msiexec("/x", windows.put(packages["1.0.0"])) == 0
    windows.await_running(AGENT, wanted=False)
    windows.await_running("python.exe", wanted=False)
    assert windows.snapshot().files == before.files


@pytest.mark.usefixtures("before")
def test_the_programs_start_python_as_they_should(windows, packages):
    """Arguments, pipes and exit codes go through; browsers' own arguments do not; the import path is closed to others.

    Installed with ADDLOCAL=Agent, so there is no autostart either.
    """
    assert install(windows, packages["1.0.0"], "ADDLOCAL=Agent") == 0
    assert windows.run("reg", "query", rf"HKLM\{RUN}", "/v", "Second Look").returncode != 0
    here = r"C:\Program Files\Second Look"
    done = windows.run(rf"{here}\secondlook.exe", "roster", "two words", "fail", given=b"typed")
    line, _, echoed = done.stdout.decode().replace("\r", "").partition("\n")
    assert re.fullmatch(
        r'"C:\\Program Files\\Second Look\\python\\python.exe" -I -X "pycache_prefix=C:\\users\\.+\\SecondLook\\pycache"'
        r' -m secondlook roster "two words" fail',
        line,
    )
    assert echoed == "typed"
    assert done.returncode == 3
    done = windows.run(rf"{here}\native-host.exe", "chrome-extension://a/", given=b"frame")
    line, _, echoed = done.stdout.decode().replace("\r", "").partition("\n")
    assert line.endswith("-m secondlook.native_host_main")
    assert echoed == "frame"

"""Looks at each link of the chain and says ok, warning or broken, with the exact next step. Changes nothing.

Never a name, a text or a count of what somebody did. Called by `secondlook doctor`; the tray and the home page read the
same answers, so none of them can lie.
"""

from __future__ import annotations

import http.client
import json
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from secondlook.api.proof import prove
from secondlook.calendar.hours import zone_in_doubt
from secondlook.config import EXTENSION, HOST, Home, chosen_model, shipped
from secondlook.configured import Configuration, said_today
from secondlook.detection.engine import Engine
from secondlook.errors import SecondLookError
from secondlook.install_host import BROWSERS, manifest_path
from secondlook.keys import Keys
from secondlook.link import Link, read_link
from secondlook.rosters import nobody_excepted, rosters_of_home
from secondlook.rules_in_use import RulesInUse
from secondlook.settings_in_words import settings_in_words
from secondlook.store import Consents, Store

LinkState = Literal["ok", "warning", "broken"]


@dataclass(frozen=True)
class LinkReport:
    """One line of doctor.

    Attributes:
        name: of the link, stable.
        says: one sentence.
        next: the exact next step, or "".

    """

    name: str
    state: LinkState
    says: str
    next: str = ""


def examine(home: Home) -> list[LinkReport]:
    """Every link, in the order in which one needs the next."""
    keys = Keys(home)
    looks: tuple[tuple[str, Callable[[], Iterator[LinkReport]]], ...] = (
        ("home", lambda: _home(home)),
        ("key", lambda: _key(home, keys)),
        ("kept", lambda: _kept(home)),
        ("rules", lambda: _rules(home)),
        ("roster", lambda: _roster(home, keys)),
        ("names", _names),
        ("practice", _practice),
        ("settings", lambda: _settings(home)),
        ("clock", _clock),
        ("agent", lambda: _agent(home, keys)),
        ("browser", lambda: _browsers(home)),
    )
    reports: list[LinkReport] = []
    for name, look in looks:
        try:
            reports.extend(look())
        except SecondLookError as error:
            reports.append(LinkReport(name, "broken", error.sentence))
        except Exception as error:  # noqa: BLE001  doctor must finish, whatever is broken
            reports.append(LinkReport(name, "broken", f"This cannot be looked at ({type(error).__name__})."))
    return reports


def _home(home: Home) -> Iterator[LinkReport]:
    place = next(path for path in (home.path, *home.path.parents) if path.exists())
    if not os.access(place, os.W_OK | os.X_OK):
        yield LinkReport(
            "home", "broken", f"{place} cannot be written.", "Give yourself write access, or use --home DIR."
        )
    elif not home.path.exists():
        yield LinkReport("home", "ok", f"{home.path} is made at the first start.")
    elif os.name == "posix" and home.path.stat().st_mode & 0o077:
        yield LinkReport("home", "warning", f"Others may look into {home.path}.", f"chmod 700 {home.path}")
    else:
        yield LinkReport("home", "ok", f"{home.path}")


def _key(home: Home, keys: Keys) -> Iterator[LinkReport]:
    if not keys.made:
        yield LinkReport("key", "ok", "The key is made at the first start.")
    elif keys.place == "keyring":
        yield LinkReport("key", "ok", "The key lies in the system's keyring.")
    else:
        step = "Install gnome-keyring and start from the desktop to have new homes use it."
        yield LinkReport(
            "key", "warning", f"No keyring here; the key lies in {home.key_file}, readable by you only.", step
        )


def _kept(home: Home) -> Iterator[LinkReport]:
    aside = sorted(home.path.glob("*.damaged-*"))
    if aside:
        yield LinkReport(
            "kept",
            "warning",
            f"A damaged file was put aside: {aside[-1].name}.",
            f"Delete it when you need it no more: {aside[-1]}",
        )
    if not home.store_file.exists():
        yield LinkReport("kept", "ok", "Nothing is kept about you.")
        return
    store = Store(home.store_file)
    try:
        exceptions, consents, today = len(store.exceptions()), len(Consents(store).rows()), said_today(store)
    finally:
        store.close()
    says = f"{exceptions} exceptions of yours are kept, as keyed hashes, and {consents} consents of colleagues."
    yield LinkReport("kept", "ok", says, "secondlook exceptions list; secondlook consent list")
    for day, said in today.items():
        if day == date.today():  # noqa: DTZ011  the person's own day
            words = "no work day" if said.kind == "off" else "a half day"
            yield LinkReport("kept", "ok", f"You said that today is {words}.", "secondlook today normal")


def _rules(home: Home) -> Iterator[LinkReport]:
    rules = RulesInUse(shipped("shared_rules"), home.overlay_folder)
    rules.load()
    if rules.problem:
        yield LinkReport(
            "rules",
            "warning",
            f"The overlay is left aside. {rules.problem}",
            f"secondlook rules check {home.overlay_folder}",
        )
    else:
        yield LinkReport("rules", "ok", f"{len(rules.policy.rules)} rules, {rules.policy.digest[:19]}.")


def _roster(home: Home, keys: Keys) -> Iterator[LinkReport]:
    step = "secondlook roster import FILE"
    if not (home.roster_file.exists() or home.staff_file.exists()):
        yield LinkReport("roster", "warning", "No roster, so no student's name is known for sure.", step)
        return
    rosters = rosters_of_home(home, keys, nobody_excepted, date.today())  # noqa: DTZ011  the person's own day
    if rosters.problem:
        yield LinkReport("roster", "broken", rosters.problem, step)
    if rosters.state == "stale":
        yield LinkReport("roster", "warning", f"The roster ended on {rosters.ends} and is not used any more.", step)
    elif rosters.state == "missing":
        yield LinkReport("roster", "warning", "There is no usable student roster.", step)
    else:
        yield LinkReport(
            "roster", "ok", f"{rosters.students} students, {rosters.staff} employees, until {rosters.ends}."
        )


def _names() -> Iterator[LinkReport]:
    engine = Engine()
    engine.load()
    if engine.names_state == "ready":
        yield LinkReport("names", "ok", "The name model loads.")
    else:
        yield LinkReport(
            "names",
            "warning",
            f"{engine.problem.sentence if engine.problem else 'The name model is missing.'} Only roster names are found.",
            "Mend SECONDLOOK_MODEL, or take it away." if chosen_model() else "Install again.",
        )


def _practice() -> Iterator[LinkReport]:
    if (shipped("practice") / "practice.js").is_file():
        yield LinkReport("practice", "ok", "The practice page is complete.")
    else:
        yield LinkReport("practice", "warning", "The practice page's script is not built.", "make extension")


def _settings(home: Home) -> Iterator[LinkReport]:
    for state, says, step in settings_in_words(Configuration(home).now, home):
        yield LinkReport("settings", state, says, step)


def _clock() -> Iterator[LinkReport]:
    now = datetime.now(UTC)
    if zone_in_doubt(now.astimezone().utcoffset(), now):
        says = "This computer is not in school time (America/New_York), so nothing is said about work hours."
        yield LinkReport("clock", "warning", says, "Set the time zone of the computer.")
    else:
        yield LinkReport("clock", "ok", "Clock and zone are the school's.")


def _agent(home: Home, keys: Keys) -> Iterator[LinkReport]:
    link = read_link(home.link_file)
    if link is None:
        yield LinkReport("agent", "broken", "The agent is not running.", "secondlook run")
    elif _proves(link, link.token(keys.derive)):
        yield LinkReport("agent", "ok", f"Version {link.version} answers on {HOST}:{link.port}, and has proved itself.")
    else:
        says = f"Nothing that can prove to be the agent answers on {HOST}:{link.port}."
        yield LinkReport("agent", "broken", says, "secondlook run")


def _proves(link: Link, token: str) -> bool:
    nonce = secrets.token_hex(16)
    headers = {
        "Content-Type": "application/json",
        "X-Second-Look": "1",
        "Origin": f"chrome-extension://{EXTENSION['chromium_id']}",  # as the extension asks: no token before the proof
    }
    connection = http.client.HTTPConnection(HOST, link.port, timeout=2)
    try:
        connection.request("POST", "/v1/proof", json.dumps({"nonce": nonce}), headers)
        answer = json.loads(connection.getresponse().read(10_000))
    except (OSError, ValueError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    expected = prove(link, token, nonce).mac
    return isinstance(answer, dict) and secrets.compare_digest(str(answer.get("mac")), expected)


def _browsers(home: Home) -> Iterator[LinkReport]:
    ready: list[str] = []
    wrong: list[str] = []
    for browser in BROWSERS:
        path = manifest_path(browser)
        if path is not None and path.is_file():
            (ready if _serves(path, home) else wrong).append(browser)
    for name in wrong:
        says = f"{name} would start another host, or one that is gone."
        yield LinkReport("browser", "broken", says, f"secondlook install-host --browser {name} --home {home.path}")
    if ready:
        yield LinkReport("browser", "ok", f"Can find the agent: {', '.join(ready)}.")
    elif not wrong:
        step = f"secondlook install-host --browser chromium --home {home.path}"
        yield LinkReport("browser", "warning", "No browser has been told where the agent is.", step)


def _serves(manifest: Path, home: Home) -> bool:
    try:
        launcher = Path(json.loads(manifest.read_text(encoding="utf-8"))["path"])
        return os.access(launcher, os.X_OK) and str(home.path) in launcher.read_text(encoding="utf-8")
    except (OSError, ValueError, KeyError, TypeError):
        return False

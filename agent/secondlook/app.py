"""The agent itself: puts home, keys, store, rosters, rules, engine and server together, and keeps them together.

Everything slow (the name model) loads in the background, so that the first answer comes at once and says what is missing.
Roster files that change are swapped in while checks run. Called by the command line; knows no argument parsing, no tray.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Literal

from secondlook.api.budget import Budget
from secondlook.api.guard import Door, guarded
from secondlook.api.proof import prove
from secondlook.api.routes import make_application
from secondlook.api.server import RunningServer, bind, serve
from secondlook.calendar.hours import SchoolCalendar
from secondlook.checker import Asked, Checker, Parts
from secondlook.config import PORTS, Home, shipped
from secondlook.contract import Attempt, Decision, Language, NotAStudent, Proof, Status
from secondlook.detection.engine import Engine
from secondlook.keys import Keys
from secondlook.link import Link, remove_link, write_link
from secondlook.people.keyed_hash import name_hash
from secondlook.policy.load import load_policy
from secondlook.rosters import Rosters, invented_rosters, rosters_of_home
from secondlook.single import lock_home
from secondlook.store import Store

WATCH_SECONDS = 2.0
"""How often the roster files are looked at for a change."""
Protection = Literal["protected", "starting", "limited", "paused", "not_protecting"]
_log = logging.getLogger("secondlook.app")


@dataclass(frozen=True)
class Options:
    """What an agent is started with.

    Attributes:
        home: where everything of its own lies.
        ports: tried in order; (0,) takes any free one.
        policy: a policy folder, or None for the shipped one.
        invented: serve the extension with the invented roster too, for trying out.
        calendar: the school's, or None.

    """

    home: Home
    ports: tuple[int, ...] = PORTS
    policy: Path | None = None
    invented: bool = False
    calendar: SchoolCalendar | None = None


@dataclass
class _Running:
    """What exists only between start and stop."""

    lock: IO[bytes]
    link: Link
    token: str = field(repr=False)
    server: RunningServer
    budget: Budget


class Agent:
    """One agent of one home; `api.service.Service` is what the routes see of it."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.keys = Keys(options.home)
        self._folder = options.policy or shipped("shared_rules")
        self.engine = Engine(terms=self._folder / "terms")
        self.store: Store | None = None
        self._ended = threading.Event()
        self._running: _Running | None = None

    def start(self) -> int:
        """Bind, load and serve; the name model loads on. Returns the port.

        Raises:
            SecondLookError: with a sentence that says what stands in the way (port, key, rules, store, other agent).

        """
        options = self.options
        lock = lock_home(options.home.path)
        try:
            self._exception_key = self.keys.derive("exceptions")
            self.store = Store(options.home.store_file)
            if self.store.put_aside:
                _log.error("store was damaged and put aside")
            self._policy = load_policy(self._folder)
            practice, self._tries = invented_rosters()
            self._practice = Checker(self._parts(practice))
            self._stamp = self._roster_stamp()
            self._rosters = practice if options.invented else self._read_rosters()
            self._checker = Checker(self._parts(self._rosters))
            self._running = self._serve(lock)
        except BaseException:
            lock.close()
            raise
        # Last, since importing spaCy would slow everything above down; the first answers do without the name model.
        self.engine.load_in_background()
        threading.Thread(target=self._watch, name="roster-watch", daemon=True).start()
        _log.info("started on %d, roster %s, key in %s", self.port, self._rosters.state, self.keys.place)
        return self.port

    def stop(self) -> None:
        """Close the port, take the link away, let the home go. Safe to call twice."""
        self._ended.set()
        running, self._running = self._running, None
        if running is None:
            return
        remove_link(self.options.home.link_file, running.link)
        running.server.stop()
        running.budget.close()
        if self.store:
            self.store.close()
        running.lock.close()
        _log.info("stopped")

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._now.link.port

    @property
    def rosters(self) -> Rosters:
        """The rosters in use."""
        return self._rosters

    def check(self, attempt: Attempt, language: Language) -> Decision:
        """Decide about an attempt, with the real roster."""
        return self._checker.check(attempt, Asked(language=language))

    def practise(self, attempt: Attempt, language: Language) -> Decision:
        """Decide about an attempt on the practice page, with the invented roster only."""
        return self._practice.check(attempt, Asked(language=language))

    def practice_names(self) -> list[str]:
        """A few invented names to try."""
        return self._tries

    def status(self) -> Status:
        """The state of every link; the one source for extension, tray and doctor."""
        checked = self._checker.checked()
        if checked.names == "loading":
            state: Protection = "starting"
        elif checked.names == "ready" and checked.roster in ("fresh", "invented"):
            state = "protected"
        else:
            state = "limited"
        return Status(ok=True, version=self._now.link.version, protection=state, checked=checked)

    def prove(self, nonce: str) -> Proof:
        """Prove that this is the agent which the extension was told of."""
        return prove(self._now.link, self._now.token, nonce)

    def add_exception(self, said: NotAStudent) -> None:
        """Keep that a name is not a current student's, as a keyed hash."""
        if self.store:
            self.store.add_exception(name_hash(self._exception_key, said.name), said.kind, _today())

    def say_for_school(self, site: str) -> None:
        """Keep, until the spell ends, that a site is used for school."""
        self._checker.say_for_school(site)

    @property
    def _now(self) -> _Running:
        if self._running is None:
            raise RuntimeError("the agent is not running")
        return self._running

    def _serve(self, lock: IO[bytes]) -> _Running:
        listener = bind(self.options.ports)
        try:
            link = Link(port=listener.getsockname()[1])
            token = link.token(self.keys.derive)
            door, budget = Door(link.port, token), Budget()
            application = guarded(make_application(self, door, budget).wsgi_app, door)
            write_link(self.options.home.link_file, link)
        except BaseException:
            listener.close()
            raise
        return _Running(lock, link, token, serve(application, listener), budget)

    def _parts(self, rosters: Rosters) -> Parts:
        return Parts(
            engine=self.engine,
            policy=self._policy,
            names=rosters.names,
            roster=rosters.state,
            settings=rosters.settings,
            calendar=self.options.calendar,
        )

    def _read_rosters(self) -> Rosters:
        rosters = rosters_of_home(self.options.home, self.keys, self._is_exception, _today())
        if rosters.problem:
            _log.error("a roster cannot be used")
        return rosters

    def _is_exception(self, name: str) -> bool:
        return self.store is not None and self.store.is_exception(name_hash(self._exception_key, name), _today())

    def _roster_stamp(self) -> tuple[object, ...]:
        stamp: list[object] = [_today()]  # a new day may end a roster
        for path in (self.options.home.roster_file, self.options.home.staff_file):
            with contextlib.suppress(OSError):
                state = path.stat()
                stamp.append((path.name, state.st_mtime_ns, state.st_size, state.st_ino))
        return tuple(stamp)

    def _watch(self) -> None:
        while not self._ended.wait(WATCH_SECONDS):
            stamp = self._roster_stamp()
            if self.options.invented or stamp == self._stamp:
                continue
            self._stamp = stamp
            rosters = self._read_rosters()
            if rosters.problem and self._rosters.state == "fresh":
                continue  # the last good one stays; the log and doctor tell
            self._rosters = rosters
            self._checker.swap(self._parts(rosters))
            _log.info("roster swapped, %s", rosters.state)


def _today() -> date:
    return date.today()  # noqa: DTZ011  the person's own day

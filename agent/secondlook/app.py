"""The agent itself: puts home, keys, what is in use and the server together, serves, and says how everything stands.

Everything slow (the name model) loads in the background, so that the first answer comes at once and says what is missing.
Called by the command line and the tray; knows no argument parsing.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING

from secondlook import __version__
from secondlook.api.budget import Budget
from secondlook.api.first_answers import FirstAnswers
from secondlook.api.guard import Door, guarded, has_token
from secondlook.api.home.door import HomeDoor
from secondlook.api.proof import prove
from secondlook.api.server import RunningServer, bind, serve
from secondlook.calendar.hours import zone_in_doubt
from secondlook.checker import Asked
from secondlook.contract import (
    Attempt,
    Consent,
    Decision,
    KeptConsent,
    Language,
    Pause,
    Proof,
    Status,
    StatusReport,
    Today,
)  # fmt: skip
from secondlook.errors import HomeUnavailableError, PausedError, SecondLookError
from secondlook.in_use import InUse, Options
from secondlook.keys import Keys
from secondlook.link import Link, home_address, remove_link, write_link
from secondlook.my_people import MyPeople
from secondlook.policy.site import Sites, sites_in_force
from secondlook.rosters import Rosters
from secondlook.single import lock_home
from secondlook.status import Seen, protection, report
from secondlook.status.browsers import BrowsersSeen
from secondlook.status.district import look_at_district, look_at_roster_age
from secondlook.status.hosts import look_at_hosts
from secondlook.status.places import look_at_folder, look_at_kept, look_at_key, practice_built
from secondlook.status.seen import RulesSeen
from secondlook.unneeded_memory import give_back
from secondlook.watch import Watch

if TYPE_CHECKING:
    from secondlook.mine import Mine

__all__ = ["Agent", "Options"]

PATIENCE_SECONDS = 0.3
"""How long a first check may take before what is slow begins to load."""
WATCH_SECONDS = 2.0
"""How often files are looked at for a change."""
_log = logging.getLogger("secondlook.app")


@dataclass
class _Running:
    """What exists only between start and stop."""

    lock: IO[bytes]
    link: Link
    token: str = field(repr=False)
    door: Door = field(repr=False)
    server: RunningServer
    budget: Budget
    answers: FirstAnswers


class Agent:
    """One agent of one home; `api.service.Service` is what the routes see of it.

    Args:
        options: what it is started with.
        removed: called when the program is taken off the computer while it runs.

    Attributes:
        problem: why it could not start the last time, or "".

    """

    def __init__(self, options: Options, removed: Callable[[], None] = lambda: None) -> None:
        self.options = options
        self.keys = Keys(options.home)
        self.browsers = BrowsersSeen()
        self.problem = ""
        self._removed = removed
        self._ended = threading.Event()
        self._running: _Running | None = None

    def start(self) -> int:
        """Bind, load and serve; the name model loads on. Returns the port.

        Raises:
            SecondLookError: with a sentence that says what stands in the way (port, key, rules, store, disk, other agent).

        """
        try:
            self._begin(lock_home(self.options.home.path))
        except SecondLookError as error:
            self.problem = error.sentence
            raise
        self.problem = ""
        threading.Thread(target=self._load_the_rest, args=(self._now.answers,), name="load", daemon=True).start()
        threading.Thread(target=self._keep_watch, name="watch", daemon=True).start()
        _log.info("started on %d, roster %s, key in %s", self.port, self.rosters.state, self.keys.place)
        return self.port

    def _begin(self, lock: IO[bytes]) -> None:
        try:
            self._in_use = InUse(self.options, self.keys)
            try:
                running = self._serve(lock)
            except BaseException:
                self._in_use.store.close()
                raise
        except BaseException:
            lock.close()
            raise
        self._watch = Watch(self.options.home, running.link)
        self._running = running

    def stop(self) -> None:
        """Close the port, take the link away, let the home go. Safe to call twice."""
        self._ended.set()
        running, self._running = self._running, None
        if running is None:
            return
        remove_link(self.options.home.link_file, running.link)
        running.server.stop()
        running.budget.close()
        self._in_use.store.close()
        running.lock.close()
        _log.info("stopped")

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._now.link.port

    @property
    def rosters(self) -> Rosters:
        """The rosters in use."""
        return self._in_use.rosters

    def check(self, attempt: Attempt, language: Language) -> Decision:
        """Decide about an attempt, with the real roster.

        Raises:
            PausedError: the person has paused; silence would look like a clean text.

        """
        if self._in_use.pausing.until():
            raise PausedError("Second Look is paused, so nothing was checked.")
        return self._in_use.checker.check(attempt, Asked(language=language))

    def practise(self, attempt: Attempt, language: Language) -> Decision:
        """Decide about an attempt on the practice page, with the invented roster only."""
        return self._in_use.practice.check(attempt, Asked(language=language))

    def sites(self) -> Sites:
        """Labels and anchors of the checked sites, as they are in force."""
        return sites_in_force(self._in_use.checker.parts.policy.sites.values())

    def practice_names(self) -> list[str]:
        """A few invented names to try."""
        return self._in_use.tries

    def status(self) -> Status:
        """The state in short, for the extension."""
        checked = self._in_use.checker.checked()
        return Status(ok=True, version=__version__, protection=protection(self.look()), checked=checked)

    def report(self, language: Language) -> StatusReport:
        """The state of every link; the one source for tray, home page and doctor."""
        return report(self.look(), language)

    def look(self) -> Seen:
        """What is known of each link just now; of an agent that has not started, only why."""
        now, home, running = datetime.now().astimezone(), self.options.home, self._running
        if running is None:
            return Seen(now, home, version=__version__, problem=self.problem)
        used, link = self._in_use, running.link
        kept, said = look_at_kept(home, used.store)
        rules, engine, pausing = used.rules, used.engine, used.pausing
        return Seen(
            now=now,
            home=home,
            agent=self._watch.standing if running.server.alive else "unproven",
            version=link.version,
            port=link.port,
            started=datetime.fromisoformat(link.started),
            paused_until=pausing.until(now),
            pauses=pausing.allowed(),
            names=engine.names_state,
            names_problem=engine.problem.sentence if engine.problem else "",
            rosters=used.rosters,
            imported=look_at_roster_age(used.district, home),
            rules=RulesSeen(len(rules.policy.rules), rules.policy.digest, rules.problem),
            settings=used.settings.now,
            district=look_at_district(used.district),
            said=said,
            zone_doubtful=zone_in_doubt(now.utcoffset(), now.astimezone(UTC)),
            key=look_at_key(self.keys),
            kept=kept,
            browsers=self.browsers.last(),
            hosts=look_at_hosts(home),
            folder=look_at_folder(home),
            practice=practice_built(),
        )

    def prove(self, nonce: str) -> Proof:
        """Prove that this is the agent which the extension was told of."""
        return prove(self._now.link, self._now.token, nonce)

    @property
    def people(self) -> MyPeople:
        """What the person has said about others."""
        return self._in_use.people

    @property
    def mine(self) -> Mine:
        """The person's own things, for the home page."""
        from secondlook.mine import Mine  # noqa: PLC0415  its models take time to make, and only the home page needs them

        used = self._in_use
        return Mine(self.options.home, used.store, used.settings, used.policy, used.take_in, used.forget)

    def home_link(self) -> str | None:
        """A fresh address that opens the home page once, within a minute, or None while the agent does not run.

        For the tray; never to be logged.
        """
        running = self._running
        return home_address(running.link.port, running.door.home.mint()) if running else None

    def add_consent(self, given: Consent) -> KeptConsent:
        """Keep that a colleague on the staff list has agreed to be tagged."""
        return self.people.add_consent(given, self.rosters.names)

    def say_today(self, said: Today) -> None:
        """Keep what the person says of today, and use it at once."""
        self._in_use.say_today(said.day)

    def say_for_school(self, site: str) -> None:
        """Keep, until the spell ends, that a site is used for school."""
        self._in_use.checker.say_for_school(site)

    def pause(self, said: Pause) -> None:
        """Pause for a while, or go on at once.

        Raises:
            NotAllowedError: IT does not allow it.

        """
        self._in_use.pausing.say(said)

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
            door = Door(link.port, token, home=HomeDoor(link.home_key(self.keys.derive)))
            budget = Budget()
            answers = FirstAnswers(self, door, budget)
            served = self.browsers.noting(answers, lambda environ: has_token(environ, door))
            write_link(self.options.home.link_file, link)
        except OSError as error:
            listener.close()
            raise HomeUnavailableError(f"{self.options.home.path} cannot be written: {error.strerror}.") from error
        except BaseException:
            listener.close()
            raise
        return _Running(lock, link, token, door, serve(guarded(served, door), listener), budget, answers)

    def _load_the_rest(self, answers: FirstAnswers) -> None:
        """The name model, after the first answer or a short wait for one: loading would slow it down."""
        answers.answered.wait(PATIENCE_SECONDS)
        self._in_use.engine.load()
        give_back()
        gc.freeze()  # what has been loaded stays; looking through it again and again would hold up a check now and then

    def _keep_watch(self) -> None:
        while not self._ended.wait(WATCH_SECONDS):
            try:
                self._watch.look(self._removed)
                self._in_use.refresh()
            except Exception as error:  # noqa: BLE001  a look that fails must not be the last one
                _log.error("a look failed: %s", type(error).__name__)

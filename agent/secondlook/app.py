"""The agent itself: puts home, keys, store, rosters, rules, engine and server together, and keeps them together.

Everything slow (the name model) loads in the background, so that the first answer comes at once and says what is missing.
Roster files that change are swapped in while checks run. Called by the command line; knows no argument parsing, no tray.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import threading
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import IO, Literal

from secondlook.api.budget import Budget
from secondlook.api.first_answers import FirstAnswers
from secondlook.api.guard import Door, guarded
from secondlook.api.proof import prove
from secondlook.api.server import RunningServer, bind, serve
from secondlook.calendar.day import SchoolCalendar
from secondlook.checker import Asked, Checker, Parts
from secondlook.config import PORTS, Home, district_settings, shipped
from secondlook.configured import Configuration, said_today, say_today
from secondlook.contract import Attempt, Consent, Decision, KeptConsent, Language, Proof, Status, Today
from secondlook.detection.engine import Engine
from secondlook.district.in_use import DistrictInUse
from secondlook.facts import NOTHING_SAID
from secondlook.keys import Keys
from secondlook.link import Link, remove_link, write_link
from secondlook.my_people import MyPeople
from secondlook.policy.policy import Policy
from secondlook.policy.site import Sites, sites_in_force
from secondlook.rosters import Rosters, invented_rosters, rosters_of_home
from secondlook.rules_in_use import RulesInUse
from secondlook.single import lock_home
from secondlook.store import Store, StoreUnavailableError

PATIENCE_SECONDS = 0.3
"""How long a first check may take before what is slow begins to load."""
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
        overlay: what lies over it, or None for the home's own `overlay` folder.
        model: a spaCy pipeline in place of the one that ships, by folder or package name; None = as `Engine` says.
        invented: serve the extension with the invented roster too, for trying out.
        calendar: the school's, or None.

    """

    home: Home
    ports: tuple[int, ...] = PORTS
    policy: Path | None = None
    overlay: Path | None = None
    model: str | None = None
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
    answers: FirstAnswers


class Agent:
    """One agent of one home; `api.service.Service` is what the routes see of it."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.keys = Keys(options.home)
        self.rules = RulesInUse(
            options.policy or shipped("shared_rules"), options.overlay or options.home.overlay_folder
        )
        self.engine = Engine(options.model, terms=self.rules.term_folders)
        self.district = DistrictInUse(options.home, self.keys)
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
            self.store = Store(options.home.store_file)
            if self.store.put_aside:
                _log.error("store was damaged and put aside")
            self._people = MyPeople(self.store, self.keys, _today)
            self.district.refresh()
            self._tell_district()
            self._settings = Configuration(options.home, options.calendar, self.district.settings)
            self._tell_settings()
            self._read_rules()
            practice, self._tries = invented_rosters()
            self._practice = Checker(replace(self._parts(practice), said=NOTHING_SAID))
            self._stamp = self._roster_stamp()
            self._rosters = practice if options.invented else self._read_rosters()
            self._checker = Checker(self._parts(self._rosters))
            self._running = self._serve(lock)
        except BaseException:
            lock.close()
            raise
        threading.Thread(target=self._load_the_rest, args=(self._running.answers,), name="load", daemon=True).start()
        threading.Thread(target=self._watch, name="roster-watch", daemon=True).start()
        _log.info("started on %d, roster %s, key in %s", self.port, self._rosters.state, self.keys.place)
        return self.port

    def _load_the_rest(self, answers: FirstAnswers) -> None:
        """The name model, after the first answer or a short wait for one: loading would slow it down."""
        answers.answered.wait(PATIENCE_SECONDS)
        self.engine.load()
        gc.collect()
        gc.freeze()  # what has been loaded stays; looking through it again and again would hold up a check now and then

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

    def sites(self) -> Sites:
        """Labels and anchors of the checked sites, as they are in force."""
        return sites_in_force(self._checker.parts.policy.sites.values())

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

    @property
    def people(self) -> MyPeople:
        """What the person has said about others."""
        return self._people

    def add_consent(self, given: Consent) -> KeptConsent:
        """Keep that a colleague on the staff list has agreed to be tagged."""
        return self._people.add_consent(given, self._rosters.names)

    def say_today(self, said: Today) -> None:
        """Keep what the person says of today, and use it at once."""
        if self.store:
            say_today(self.store, said.day, _today())
            self._checker.swap(self._parts(self._rosters))

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
            answers = FirstAnswers(self, door, budget)
            write_link(self.options.home.link_file, link)
        except BaseException:
            listener.close()
            raise
        return _Running(lock, link, token, serve(guarded(answers, door), listener), budget, answers)

    def _parts(self, rosters: Rosters) -> Parts:
        configured = self._settings.now
        return Parts(
            engine=self.engine,
            policy=self._policy,
            names=rosters.names,
            roster=rosters.state,
            settings=configured.detection(rosters.settings),
            week=configured.week(said_today(self.store) if self.store else {}),
            profile=configured.profile,
            said=self._people,
        )

    @property
    def _policy(self) -> Policy:
        platforms = self._settings.now.district.platforms
        return self.rules.policy if platforms is None else replace(self.rules.policy, platforms=tuple(platforms))

    def _read_rosters(self) -> Rosters:
        excepted = self._people.is_exception
        rosters = rosters_of_home(self.options.home, self.keys, excepted, _today(), self.district.rosters)
        if rosters.problem:
            _log.error("a roster cannot be used")
        return rosters

    def _lay_over(self) -> None:
        """What comes over the shipped rules: what the command line names, else the district's, else the home's own."""
        self.rules.overlay = self.options.overlay or self.district.overlay or self.options.home.overlay_folder
        self.rules.sites = self.district.sites

    def _refresh_district(self) -> None:
        """Take another district folder into use whole: its rules, labels, settings and rosters with one swap."""
        known = self.district.problem
        if not self.district.refresh():
            if self.district.problem != known:
                self._tell_district()
            return
        self._lay_over()
        if self.rules.refresh():
            with contextlib.suppress(OSError, ValueError):
                self.engine.use_terms(self.rules.term_folders)
        self._settings.district = self.district.settings or district_settings()
        self._settings.refresh()
        self._stamp = self._roster_stamp()
        if not self.options.invented:
            self._rosters = self._read_rosters()
        self._checker.swap(self._parts(self._rosters))
        self._practice.swap(replace(self._practice.parts, policy=self._policy))
        self.district.tidy()
        self._tell_district()

    def _tell_district(self) -> None:
        if self.district.problem:
            _log.error("the district folder cannot be used; the last good one goes on")
        elif self.district.now:
            _log.info("district folder in use%s", ", without its roster" if self.district.now.key_problem else "")

    def _read_rules(self) -> None:
        self._lay_over()
        shipped_terms = self.rules.term_folders
        self.rules.load()
        if self.rules.term_folders != shipped_terms:
            self.engine.use_terms(self.rules.term_folders)
        if self.rules.problem:
            _log.error("the overlay cannot be used")

    def _refresh_rules(self) -> None:
        known = self.rules.problem
        if self.rules.refresh():
            with contextlib.suppress(OSError, ValueError):  # gone or half-written since: the next look reads them again
                self.engine.use_terms(self.rules.term_folders)
            for checker in (self._checker, self._practice):
                checker.swap(replace(checker.parts, policy=self._policy))
            _log.info("rules swapped")
        elif self.rules.problem != known:
            _log.error("changed rules cannot be used; the last good ones go on")

    def _refresh_settings(self) -> None:
        """Take in settings that changed, and what the command line wrote to the store meanwhile."""
        try:
            changed = [self._people.refresh(), self._settings.refresh()]
        except StoreUnavailableError:
            _log.error("the store cannot be read")
            return
        if any(changed):
            self._checker.swap(self._parts(self._rosters))
            self._tell_settings()

    def _tell_settings(self) -> None:
        if self._settings.now.problems:
            _log.error("%d settings cannot be used", len(self._settings.now.problems))

    def _roster_stamp(self) -> tuple[object, ...]:
        stamp: list[object] = [_today()]  # a new day may end a roster
        for path in (self.options.home.roster_file, self.options.home.staff_file):
            with contextlib.suppress(OSError):
                state = path.stat()
                stamp.append((path.name, state.st_mtime_ns, state.st_size, state.st_ino))
        return tuple(stamp)

    def _watch(self) -> None:
        while not self._ended.wait(WATCH_SECONDS):
            self._refresh_district()
            self._refresh_rules()
            self._refresh_settings()
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

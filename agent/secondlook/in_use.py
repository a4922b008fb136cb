"""What the agent works with: rules, settings, rosters, the person's own word, and the checkers made of them.

Read once at the start and again when a file has changed; what cannot be used is left aside, the last good one goes on, and
the log and `status` say so. Checks run meanwhile and finish with what they began with. Called by `app.py`; knows no HTTP.
"""

from __future__ import annotations

import contextlib
import logging
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from secondlook.checker import Checker, Parts
from secondlook.config import PORTS, Home, district_settings, shipped
from secondlook.configured import Configuration, said_today, say_today
from secondlook.contract import SaidToday
from secondlook.detection.engine import Engine
from secondlook.district.in_use import DistrictInUse
from secondlook.facts import NOTHING_SAID
from secondlook.keys import Keys
from secondlook.my_people import MyPeople
from secondlook.policy.policy import Policy
from secondlook.rosters import Rosters, invented_rosters, rosters_of_home
from secondlook.rules_in_use import RulesInUse
from secondlook.status.pause import Pausing, pauses_allowed
from secondlook.store import Store, StoreUnavailableError

_log = logging.getLogger("secondlook.in_use")


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
        calendar: an .ics file that comes before the district's, or None.

    """

    home: Home
    ports: tuple[int, ...] = PORTS
    policy: Path | None = None
    overlay: Path | None = None
    model: str | None = None
    invented: bool = False
    calendar: Path | None = None


class InUse:
    """Everything of one home that a check needs.

    Attributes:
        checker, practice: with the real roster, and with the invented one for the practice page.
        tries: a few invented names.

    Raises:
        SecondLookError: the key, the store or the rules cannot be had.

    """

    def __init__(self, options: Options, keys: Keys) -> None:
        self._options, self._keys = options, keys
        self.store = Store(options.home.store_file)
        try:
            self._read()
        except BaseException:
            self.store.close()
            raise

    def _read(self) -> None:
        options = self._options
        if self.store.put_aside:
            _log.error("store was damaged and put aside")
        self.rules = RulesInUse(
            options.policy or shipped("shared_rules"), options.overlay or options.home.overlay_folder
        )
        self.engine = Engine(options.model, terms=self.rules.term_folders)
        self.people = MyPeople(self.store, self._keys, _today)
        self.district = DistrictInUse(options.home, self._keys)
        self.district.refresh()
        self._tell_district()
        self._settings = Configuration(options.home, options.calendar, self.district.settings)
        self.pausing = Pausing(self.store, lambda: pauses_allowed(self._settings.now.district))
        self._tell_settings()
        self._read_rules()
        invented, self.tries = invented_rosters()
        self.practice = Checker(replace(self._parts(invented), said=NOTHING_SAID))
        self._stamp = self._roster_stamp()
        self.rosters = invented if options.invented else self._read_rosters()
        self.checker = Checker(self._parts(self.rosters))
        self.district.tidy()  # also what a copy that was cut short has left

    @property
    def settings(self) -> Configuration:
        """The settings, the district's and the person's own."""
        return self._settings

    def refresh(self) -> None:
        """One look at every file; what has changed is taken in."""
        self._refresh_district()
        self._refresh_rules()
        self._refresh_settings()
        self._refresh_rosters()

    def say_today(self, said: SaidToday) -> None:
        """Keep what the person says of today, and use it at once."""
        say_today(self.store, said, _today())
        self.checker.swap(self._parts(self.rosters))

    def take_in(self) -> None:
        """Use at once what was just written to the settings file."""
        self._refresh_settings()

    def forget(self) -> None:
        """Let nothing that was deleted from the store live on in memory."""
        self.people.reload()
        self.pausing.reload()
        self._settings.refresh()
        self.checker.forget_for_school()
        self.checker.swap(self._parts(self.rosters))

    def _parts(self, rosters: Rosters) -> Parts:
        configured = self._settings.now
        return Parts(
            engine=self.engine,
            policy=self.policy,
            names=rosters.names,
            roster=rosters.state,
            settings=configured.detection(rosters.settings),
            week=configured.week(said_today(self.store)),
            profile=configured.profile,
            said=self.people,
        )

    @property
    def policy(self) -> Policy:
        """The rules of the moment, with the platforms that the district accepts."""
        platforms = self._settings.now.district.platforms
        return self.rules.policy if platforms is None else replace(self.rules.policy, platforms=tuple(platforms))

    def _read_rosters(self) -> Rosters:
        excepted, sealed = self.people.is_exception, self.district.rosters
        rosters = rosters_of_home(self._options.home, self._keys, excepted, _today(), sealed)
        if rosters.problem:
            _log.error("a roster cannot be used")
        return rosters

    def _lay_over(self) -> None:
        """What comes over the shipped rules: what the command line names, else the district's, else the home's own."""
        self.rules.overlay = self._options.overlay or self.district.overlay or self._options.home.overlay_folder
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
        self.pausing.reload()
        self._stamp = self._roster_stamp()
        if not self._options.invented:
            self.rosters = self._read_rosters()
        self.checker.swap(self._parts(self.rosters))
        self.practice.swap(replace(self.practice.parts, policy=self.policy))
        self.district.tidy()
        self._tell_district()

    def _tell_district(self) -> None:
        if self.district.problem:
            _log.error("the district folder cannot be used")
        elif self.district.now:
            _log.info("district folder in use%s", ", without its roster" if self.district.now.key_problem else "")

    def _read_rules(self) -> None:
        self._lay_over()
        shipped_terms = self.rules.term_folders
        self.rules.load(sound_terms=self.engine.terms.ready_made)
        if self.rules.term_folders != shipped_terms:
            self.engine.use_terms(self.rules.term_folders)
        if self.rules.problem:
            _log.error("the overlay cannot be used")

    def _refresh_rules(self) -> None:
        known = self.rules.problem
        if self.rules.refresh():
            with contextlib.suppress(OSError, ValueError):  # gone or half-written since: the next look reads them again
                self.engine.use_terms(self.rules.term_folders)
            for checker in (self.checker, self.practice):
                checker.swap(replace(checker.parts, policy=self.policy))
            _log.info("rules swapped")
        elif self.rules.problem != known:
            _log.error("changed rules cannot be used; the last good ones go on")

    def _refresh_settings(self) -> None:
        """Take in settings that changed, and what the command line wrote to the store meanwhile."""
        try:
            changed = [self.people.refresh(), self._settings.refresh()]
            if any(changed):
                self.pausing.reload()
                self.checker.swap(self._parts(self.rosters))
                self._tell_settings()
        except StoreUnavailableError:
            _log.error("the store cannot be read")

    def _refresh_rosters(self) -> None:
        stamp = self._roster_stamp()
        if self._options.invented or stamp == self._stamp:
            return
        self._stamp = stamp
        rosters = self._read_rosters()
        if rosters.problem and self.rosters.state == "fresh":
            # The last good one stays; log and status tell.
            self.rosters = replace(self.rosters, problem=rosters.problem)
            return
        self.rosters = rosters
        self.checker.swap(self._parts(rosters))
        _log.info("roster swapped, %s", rosters.state)

    def _tell_settings(self) -> None:
        if self._settings.now.problems:
            _log.error("%d settings cannot be used", len(self._settings.now.problems))

    def _roster_stamp(self) -> tuple[object, ...]:
        stamp: list[object] = [_today()]  # a new day may end a roster
        for path in (self._options.home.roster_file, self._options.home.staff_file):
            with contextlib.suppress(OSError):
                state = path.stat()
                stamp.append((path.name, state.st_mtime_ns, state.st_size, state.st_ino))
        return tuple(stamp)


def _today() -> date:
    return date.today()  # noqa: DTZ011  the person's own day

"""One person's own things, put together for the routes: asks the rooms beside it, and tells the agent when something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from secondlook.config import Home
from secondlook.configured import Configuration, said_today
from secondlook.contract import Language, Removed
from secondlook.mine import accounts, hours, kept, orientation
from secondlook.mine.contract import Accounts, ChooseHours, Deleted, Hours, Kept, Orientation, PolicyInWords
from secondlook.mine.policy_in_words import policy_in_words
from secondlook.policy.policy import Policy
from secondlook.settings.profile import ProfessionalAccount
from secondlook.store import Store


def _now() -> datetime:
    return datetime.now().astimezone()  # the machine's own zone, so that a doubtful one shows


@dataclass(frozen=True)
class Mine:
    """The things of one home.

    Attributes:
        settings: district's and person's.
        policy: the rules of the moment.
        changed: called after the settings file was written, so that the next check uses it.
        forgot: called after everything was deleted, so that nothing lives on in memory.

    """

    home: Home
    store: Store = field(repr=False)
    settings: Configuration = field(repr=False)
    policy: Policy = field(repr=False)
    changed: Callable[[], None] = lambda: None
    forgot: Callable[[], None] = lambda: None
    now: Callable[[], datetime] = _now

    @property
    def today(self) -> date:
        """The person's own day."""
        return self.now().date()

    def accounts(self) -> Accounts:
        """The accounts that are work."""
        return accounts.accounts_of(self.settings.now)

    def add_account(self, account: ProfessionalAccount) -> Accounts:
        """Put one on the list."""
        accounts.add_account(self.home.settings_file, account)
        self.changed()
        return self.accounts()

    def remove_account(self, account: ProfessionalAccount) -> Removed:
        """Take one off the list."""
        removed = accounts.remove_account(self.home.settings_file, account)
        self.changed()
        return removed

    def set_coach(self, coach: bool) -> Accounts:
        """Keep whether the person coaches a team."""
        accounts.set_coach(self.home.settings_file, coach)
        self.changed()
        return self.accounts()

    def hours(self) -> Hours:
        """The week, and today with its reason."""
        return hours.hours_of(self.settings.now, said_today(self.store), self.now())

    def choose_hours(self, chosen: ChooseHours) -> Hours:
        """Keep the staff group or the own week."""
        hours.choose_hours(self.home.settings_file, self.settings.now, chosen)
        self.changed()
        return self.hours()

    def kept(self) -> Kept:
        """What is kept, all of it."""
        return kept.kept_of(self.home, self.store)

    def delete_everything(self) -> Deleted:
        """Delete whatever is the person's."""
        deleted = kept.delete_everything(self.home, self.store)
        self.forgot()
        return deleted

    def policy_in_words(self, language: Language) -> PolicyInWords:
        """Every clause, for reading."""
        return policy_in_words(self.policy, language)

    def orientation(self, language: Language) -> Orientation:
        """Whether this school year's reading is due, and the posts to try."""
        return orientation.orientation_of(self.store, self.today, language)

    def finish_orientation(self, language: Language) -> Orientation:
        """Keep that it was read today."""
        orientation.finish(self.store, self.today)
        return self.orientation(language)

    @property
    def wants_orientation(self) -> bool:
        """Whether the page should be opened by itself for this school year's reading."""
        opens = self.settings.now.district.orientation == "open"
        return opens and orientation.wants_offer(self.store, self.today)

    def note_offer(self) -> None:
        """Keep that it was opened, so that it is not opened again in this school year."""
        orientation.note_offer(self.store, self.today)

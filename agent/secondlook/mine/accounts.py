"""My accounts: which accounts and pages are work, and whether the person coaches. Reads and changes their settings file."""

from __future__ import annotations

from pathlib import Path

from secondlook.configured import Set
from secondlook.contract import Removed
from secondlook.errors import NotKeptError
from secondlook.mine.contract import Accounts
from secondlook.mine.settings_file import change_settings
from secondlook.settings.files import PersonSettings
from secondlook.settings.profile import ProfessionalAccount

MOST = 200


def accounts_of(configured: Set) -> Accounts:
    """The list as checks use it."""
    person, district = configured.person, configured.district
    return Accounts(own=person.professional_accounts, district=district.professional_accounts, coach=person.coach)


def add_account(path: Path, account: ProfessionalAccount) -> None:
    """Put one more on the person's own list; one that is there already stays once.

    Raises:
        NotKeptError: it has no name at all, or the list is full.
        BadSettingsError: the settings file is broken.

    """
    tidy = ProfessionalAccount(
        site=account.site, handle=_tidy(account.handle), name=_tidy(account.name), id=_tidy(account.id)
    )
    if not (tidy.handle or tidy.name or tidy.id):
        raise NotKeptError("An account needs a handle, a name or an id.", field="handle")

    def change(settings: PersonSettings) -> PersonSettings:
        held = settings.professional_accounts
        if len(held) >= MOST:
            raise NotKeptError(f"The list holds {MOST} accounts at most.", field="handle")
        return settings if tidy in held else settings.model_copy(update={"professional_accounts": [*held, tidy]})

    change_settings(path, change)


def remove_account(path: Path, account: ProfessionalAccount) -> Removed:
    """Take one off the person's own list; the district's are IT's."""
    removed = False

    def change(settings: PersonSettings) -> PersonSettings:
        nonlocal removed
        left = [one for one in settings.professional_accounts if one != account]
        removed = len(left) < len(settings.professional_accounts)
        return settings.model_copy(update={"professional_accounts": left})

    change_settings(path, change)
    return Removed(removed=removed)


def set_coach(path: Path, coach: bool) -> None:
    """Keep whether the person coaches a team."""
    change_settings(path, lambda settings: settings.model_copy(update={"coach": coach}))


def _tidy(word: str | None) -> str | None:
    return (word or "").strip() or None

"""What is kept about the person: all of it in one list, and the button that deletes it. Counts and places, never a name.

Deleting takes whatever is theirs, begins the log anew, and says what is left and lies beside it: the rosters, which are the
district's, and what a running agent needs. Called by `Mine`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from secondlook.config import Home
from secondlook.configured import TODAY
from secondlook.errors import NotKeptError
from secondlook.mine.contract import Deleted, Kept, KeptThing, ThingName
from secondlook.mine.orientation import DONE, OFFERED
from secondlook.status.pause import PAUSE
from secondlook.store import Consents, Store

_log = logging.getLogger("secondlook.mine")


def kept_of(home: Home, store: Store) -> Kept:
    """Everything that lies in the home."""
    return Kept(home=str(home.path), things=[*_in_store(home, store), *_files(home)])


def delete_everything(home: Home, store: Store) -> Deleted:
    """Delete whatever is the person's, and look again.

    Raises:
        NotKeptError: a file cannot be deleted; what could be is gone.
        StoreUnavailableError: the store cannot be written.

    """
    before = [thing.name for thing in kept_of(home, store).things if thing.yours]
    store.forget_everything()
    stuck = [path for path in (*_settings(home), *_damaged(home)) if not _unlinked(path)]
    stuck += [path for path in _logs(home) if not _emptied(path)]
    _log.info("everything of the person's own was deleted")
    if stuck:
        raise NotKeptError(f"{stuck[0]} cannot be deleted. Close the program that holds it, and try again.")
    left = kept_of(home, store).things
    still = {thing.name for thing in left if thing.yours}
    return Deleted(gone=[name for name in before if name not in still], left=left)


def _in_store(home: Home, store: Store) -> Iterator[KeptThing]:
    place = home.store_file.name
    counts: tuple[tuple[ThingName, int], ...] = (
        ("exceptions", len(store.exceptions())),
        ("consents", len(Consents(store).rows())),
        ("today", int(store.setting(TODAY) is not None)),
        ("pause", int(store.setting(PAUSE) is not None)),
        ("orientation", int(any(store.setting(name) is not None for name in (DONE, OFFERED)))),
    )
    for name, count in counts:
        if count:
            yield KeptThing(name=name, count=count, place=place, yours=True)


def _files(home: Home) -> Iterator[KeptThing]:
    if settings := _settings(home):
        yield KeptThing(name="settings", count=len(settings), place=home.settings_file.name, yours=True)
    if damaged := _damaged(home):
        yield KeptThing(name="damaged", count=len(damaged), place=damaged[0].name, yours=True)
    others: tuple[tuple[ThingName, Path], ...] = (
        ("students", home.roster_file),
        ("staff", home.staff_file),
        ("overlay", home.overlay_folder),
        ("district", home.district_folder),
        ("key", home.handed_file),
        ("key", home.key_file),
        ("log", home.log_file),
        ("link", home.link_file),
    )
    for name, path in others:
        if path.exists():
            yield KeptThing(name=name, count=1, place=path.name, yours=False)
    item = home.key_file.with_suffix(".item")
    if item.exists():
        yield KeptThing(name="key", count=1, place="keyring", yours=False)
    ours = {
        item,
        *_settings(home),
        home.path / "agent.lock",
        *(path for _, path in others),
        *_logs(home),
        *_damaged(home),
    }
    rest = [path.name for path in _listed(home) if path not in ours and not path.name.startswith(home.store_file.name)]
    if rest:
        yield KeptThing(name="other", count=len(rest), place=", ".join(rest), yours=False)


def _settings(home: Home) -> list[Path]:
    """The settings, and what a write that was cut short has left of them."""
    return sorted(home.path.glob(f"{home.settings_file.name}*"))


def _listed(home: Home) -> list[Path]:
    return sorted(home.path.iterdir()) if home.path.is_dir() else []


def _damaged(home: Home) -> list[Path]:
    return sorted(home.path.glob(f"{home.store_file.stem}.damaged-*"))


def _logs(home: Home) -> list[Path]:
    return sorted(home.path.glob(f"{home.log_file.name}*"))


def _unlinked(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _emptied(path: Path) -> bool:
    """The log is open while the agent runs, so it is emptied and not removed."""
    try:
        with path.open("r+b") as stream:
            stream.truncate(0)
    except OSError:
        return False
    return True

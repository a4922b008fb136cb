"""The master key of one home: 32 bytes in the system's keyring, or on a Linux machine without one in a 0600 key file.

The keyring is pinned per system (Secret Service, Windows Credential Locker, macOS Keychain), because the `keyring` library
would take any backend that happens to be installed, a plaintext file among them. The master key itself is never given
out: callers get keys derived for one purpose. The district's roster keys, made elsewhere, are kept beside it. Only this
module imports `keyring`, and only when a key is first asked for.
"""

from __future__ import annotations

import hashlib
import os
import queue
import secrets
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Literal, Protocol, TypeVar

from secondlook.config import Home
from secondlook.errors import KeyUnavailableError
from secondlook.key_file import KEY_BYTES, make_key_file, parse_key, read_key_file

KEYRING_SECONDS = 10.0
"""How long the keyring may take, an unlock prompt included, before we say so instead of hanging."""
MOST_HANDED = 3
"""The district's keys that are kept: the one in use, and the last ones while a new roster is under way."""
MAX_SECRET = 1_000
"""Characters. Windows refuses a credential blob over 2,560 bytes of UTF-16 with an obscure error (jaraco/keyring#355)."""
SERVICE = "org.secondlook.agent"

_PINNED = {
    "linux": ("keyring.backends.SecretService", "Keyring"),
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
    "darwin": ("keyring.backends.macOS", "Keyring"),
}

Place = Literal["keyring", "key_file"]
_T = TypeVar("_T")


class Vault(Protocol):
    """What we ask of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None when there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""


class NoVaultError(Exception):
    """No usable keyring on this machine."""


def open_vault(platform: str = sys.platform) -> Vault:
    """The one keyring backend that is allowed on this system.

    Raises:
        NoVaultError: it is not there, or it cannot run here (no D-Bus session, no daemon).

    """
    module, name = _PINNED.get(platform, _PINNED["linux"])
    try:
        backend = getattr(import_module(module), name)
        backend.priority  # noqa: B018  reading it makes the backend check that it can run here; it raises when it cannot
        vault: Vault = backend()
    except (
        Exception
    ) as error:  # each backend fails in its own way: RuntimeError, ImportError, D-Bus errors, AttributeError
        raise NoVaultError from error
    if platform == "win32":
        vault.persist = "local machine"  # type: ignore[attr-defined]  # the default roams the key to other machines
    return vault


class Keys:
    """Keys of one home, derived from its master key, which is fetched once and kept in memory.

    Args:
        home: the home they belong to.
        vault: opens the keyring; tests hand in one that lives in memory.
        platform: as `sys.platform`; only Linux may fall back to a key file.

    """

    def __init__(self, home: Home, vault: Callable[[], Vault] | None = None, platform: str = sys.platform) -> None:
        self._home = home
        self._open_vault = vault or (lambda: open_vault(platform))
        self._platform = platform
        self._lock = threading.Lock()
        self._master: bytes | None = None
        self._place: Place | None = None

    def __repr__(self) -> str:
        return f"Keys(place={self._place})"

    def derive(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose, such as `roster` or `link:<salt>`; the same each time on this home.

        Raises:
            KeyUnavailableError: the master key cannot be had; the sentence says what to do.

        """
        return hashlib.blake2b(purpose.encode("utf-8"), key=self._get_master(), digest_size=32).digest()

    def handed(self) -> tuple[bytes, ...]:
        """The district's keys that were taken in here, newest first; looks anew, and makes nothing.

        Raises:
            KeyUnavailableError: the keyring refuses or does not answer, or the file is not as it should be.

        """
        if os.path.lexists(self._home.handed_file):
            return (read_key_file(self._home.handed_file),)
        item = self._item_name()
        if item is None or os.path.lexists(self._home.key_file):
            return ()
        try:
            kept = within(KEYRING_SECONDS, lambda: self._open_vault().get_password(SERVICE, f"{item}.district"))
        except NoVaultError:
            return ()
        except KeyUnavailableError:
            raise
        except Exception as error:
            raise _refused(error) from error
        keys = [parse_key(word.encode()) for word in (kept or "").split()]
        return tuple(key for key in keys if key is not None)

    def take(self, key: bytes) -> None:
        """Keep a key that the district has handed over, beside the last ones.

        Raises:
            KeyUnavailableError: it cannot be kept.

        """
        if self.place == "key_file":
            self._home.handed_file.unlink(missing_ok=True)
            make_key_file(self._home.handed_file, key)
            return
        kept = (key, *(old for old in self.handed() if old != key))[:MOST_HANDED]
        secret = " ".join(one.hex() for one in kept)
        try:
            within(KEYRING_SECONDS, lambda: keep_secret(self._open_vault(), f"{self._item_name()}.district", secret))
        except KeyUnavailableError:
            raise
        except Exception as error:
            raise _refused(error) from error

    @property
    def place(self) -> Place:
        """Where the master key lies; doctor and tray show a key file in amber.

        Raises:
            KeyUnavailableError: the master key cannot be had.

        """
        self._get_master()
        return self._place or "key_file"

    @property
    def made(self) -> bool:
        """Whether this home has a key already; doctor looks before it asks, because asking makes one."""
        return os.path.lexists(self._home.key_file) or self._item_name() is not None

    def _get_master(self) -> bytes:
        with self._lock:
            if self._master is None:
                self._master, self._place = self._find_master()
            return self._master

    def _find_master(self) -> tuple[bytes, Place]:
        if self._platform.startswith("linux") and os.path.lexists(self._home.key_file):
            # The roster here was sealed with this key, so a keyring that turned up later does not replace it.
            return read_key_file(self._home.key_file), "key_file"
        try:
            return within(KEYRING_SECONDS, self._from_vault), "keyring"
        except NoVaultError as error:
            return self._without_vault(error), "key_file"

    def _from_vault(self) -> bytes:
        vault = self._open_vault()
        item = self._item_name()
        try:
            kept = vault.get_password(SERVICE, item) if item else None
            if kept is not None:
                return _parse(kept)
            key = secrets.token_bytes(KEY_BYTES)
            item = item or secrets.token_hex(8)
            keep_secret(vault, item, key.hex())
        except KeyUnavailableError:
            raise
        except Exception as error:
            if type(error).__name__ in (
                "InitError",
                "NoKeyringError",
            ):  # a daemon that has no collection and cannot ask
                raise NoVaultError from error
            raise _refused(error) from error
        self._write_item_name(item)
        return key

    def _without_vault(self, reason: NoVaultError) -> bytes:
        if not self._platform.startswith("linux"):
            raise KeyUnavailableError(
                "The system's credential store cannot be reached. Sign in to the desktop and start Second Look again."
            ) from reason
        if self._item_name():
            raise KeyUnavailableError(
                "The key of this home lies in the keyring, which cannot be reached here. Start from the desktop session."
            ) from reason
        key = make_key_file(self._home.key_file)
        print(  # noqa: T201  design section 8: said once, when it is made
            f"Second Look: no keyring here, so a key file that only you can read was made: {self._home.key_file}",
            file=sys.stderr,
        )
        return key

    def _item_name(self) -> str | None:
        """The name of our item in the keyring; a random word, so that two homes never share a key."""
        try:
            return self._home.key_file.with_suffix(".item").read_text(encoding="ascii").strip() or None
        except (OSError, ValueError):
            return None

    def _write_item_name(self, item: str) -> None:
        try:
            self._home.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._home.key_file.with_suffix(".item").write_text(item + "\n", encoding="ascii")
        except OSError as error:
            raise KeyUnavailableError(f"{self._home.path} cannot be written: {error.strerror}.") from error


def keep_secret(vault: Vault, item: str, secret: str) -> None:
    """Write a secret to the keyring, and refuse one that Windows could not hold.

    Raises:
        KeyUnavailableError: the secret is longer than MAX_SECRET characters.

    """
    if len(secret) > MAX_SECRET:
        raise KeyUnavailableError(f"A secret of more than {MAX_SECRET} characters does not fit into the keyring.")
    vault.set_password(SERVICE, item, secret)


def within(seconds: float, work: Callable[[], _T]) -> _T:
    """Run work on a thread of its own and give up after some seconds: a keyring prompt may wait for ever.

    Raises:
        KeyUnavailableError: the time is over.
        Exception: whatever the work raised.

    """
    answers: queue.Queue[tuple[_T | None, BaseException | None]] = queue.Queue()

    def run() -> None:
        try:
            answers.put((work(), None))
        except BaseException as error:  # noqa: BLE001  handed to the caller's thread, nothing is swallowed
            answers.put((None, error))

    threading.Thread(target=run, name="keyring", daemon=True).start()
    try:
        answer, error = answers.get(timeout=seconds)
    except queue.Empty:
        raise KeyUnavailableError(
            f"The keyring did not answer within {seconds:g} seconds. Unlock it and start Second Look again."
        ) from None
    if error is not None:
        raise error
    return answer  # type: ignore[return-value]  # no error means the work's own answer


def _refused(error: Exception) -> KeyUnavailableError:
    # A backend's own message may hold more than we want to show, so only the kind of failure is passed on.
    return KeyUnavailableError(f"The keyring refused ({type(error).__name__}). Unlock it and start Second Look again.")


def _parse(kept: str) -> bytes:
    key = parse_key(kept.encode())
    if key is None:
        raise KeyUnavailableError(
            "The keyring's entry for Second Look is damaged. Delete it and import the roster again."
        )
    return key

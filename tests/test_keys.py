"""Keys: a real keyring where there is one, the key file where there is none, and what is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from secondlook import keys as keys_module
from secondlook.config import Home
from secondlook.errors import KeyUnavailableError
from secondlook.keys import MAX_SECRET, Keys, NoVaultError, keep_secret, open_vault


class Drawer:
    """A keyring in memory, named as what it is: no real keyring runs on Windows or macOS here."""

    def __init__(self, wrong: Exception | None = None) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self.wrong = wrong

    def get_password(self, service: str, username: str) -> str | None:
        if self.wrong:
            raise self.wrong
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.wrong:
            raise self.wrong
        self.held[service, username] = password


class KeyringLocked(Exception):  # noqa: N818  the library's own name
    """As a backend raises it."""


class InitError(Exception):
    """As the Secret Service backend raises it when there is no collection and nobody to ask."""


def no_vault() -> Drawer:
    raise NoVaultError


def with_drawer(home: Path, drawer: Drawer, platform: str = "linux") -> Keys:
    return Keys(Home(home), lambda: drawer, platform)


def without_keyring(home: Path, platform: str = "linux") -> Keys:
    return Keys(Home(home), no_vault, platform)


def test_a_key_is_the_same_at_each_start_and_different_for_each_purpose(tmp_path: Path) -> None:
    """Derivation is stable per home and purpose; two homes never share a key, though they share a keyring."""
    drawer = Drawer()
    first = with_drawer(tmp_path / "a", drawer)
    assert first.derive("roster") == with_drawer(tmp_path / "a", drawer).derive("roster")
    assert first.derive("roster") != first.derive("exceptions")
    assert first.derive("roster") != with_drawer(tmp_path / "b", drawer).derive("roster")
    assert len(first.derive("roster")) == 32
    assert first.place == "keyring"
    assert not (tmp_path / "a" / "key").exists()


def test_without_a_keyring_linux_gets_a_key_file_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Made without asking, 0600 in a 0700 home, said on stderr when it is made and never again; the key is not shown."""
    key = without_keyring(tmp_path / "home").derive("roster")
    said = capsys.readouterr()
    assert said.out == ""
    assert str(tmp_path / "home" / "key") in said.err
    assert (tmp_path / "home" / "key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "home" / "key").read_text().strip() not in said.err
    again = without_keyring(tmp_path / "home")
    assert again.derive("roster") == key
    assert again.place == "key_file"
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_refuse_to_do_without(tmp_path: Path, platform: str) -> None:
    """They always have a credential store, so its absence is a fault to say, not to work round."""
    with pytest.raises(KeyUnavailableError):
        without_keyring(tmp_path, platform).derive("roster")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o666])
def test_a_key_file_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    """Refused with the command that closes it; not mended in silence, since it may have been read already."""
    without_keyring(tmp_path).derive("roster")
    (tmp_path / "key").chmod(mode)
    with pytest.raises(KeyUnavailableError, match="chmod 600"):
        without_keyring(tmp_path).derive("roster")


def test_a_key_file_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The owner is checked. Another user cannot be had here, so our own number is what changes."""
    without_keyring(tmp_path).derive("roster")
    monkeypatch.setattr(os, "getuid", lambda: 4_242)
    with pytest.raises(KeyUnavailableError, match="another user"):
        without_keyring(tmp_path).derive("roster")


@pytest.mark.parametrize("content", [b"", b"abc", b"zz" * 32, b"00" * 31, b"00" * 33, b"\xff" * 64])
def test_a_damaged_key_file_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    """A new key would make the roster unreadable, so that is the person's choice to make."""
    path = tmp_path / "key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyUnavailableError, match="damaged"):
        without_keyring(tmp_path).derive("roster")
    assert path.read_bytes() == content


def test_a_link_and_a_pipe_in_its_place_are_refused(tmp_path: Path) -> None:
    """Neither is followed, and a pipe does not hang the start."""
    (tmp_path / "real").write_text("00" * 32)
    (tmp_path / "real").chmod(0o600)
    (tmp_path / "key").symlink_to(tmp_path / "real")
    with pytest.raises(KeyUnavailableError):
        without_keyring(tmp_path).derive("roster")
    (tmp_path / "key").unlink()
    os.mkfifo(tmp_path / "key", 0o600)
    with pytest.raises(KeyUnavailableError):
        without_keyring(tmp_path).derive("roster")


def test_a_home_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """A file where the home should be: one sentence, no traceback."""
    (tmp_path / "home").write_text("x")
    with pytest.raises(KeyUnavailableError):
        without_keyring(tmp_path / "home").derive("roster")


def test_a_key_file_outlives_a_keyring_that_turns_up(tmp_path: Path) -> None:
    """The roster was sealed with the file's key, so it stays in use."""
    key = without_keyring(tmp_path).derive("roster")
    later = with_drawer(tmp_path, Drawer())
    assert later.derive("roster") == key
    assert later.place == "key_file"


def test_a_key_in_the_keyring_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    """Without the keyring for once (over SSH, say) the answer is a sentence, not a second key."""
    with_drawer(tmp_path, Drawer()).derive("roster")
    with pytest.raises(KeyUnavailableError, match="desktop"):
        without_keyring(tmp_path).derive("roster")
    assert not (tmp_path / "key").exists()


def test_a_locked_keyring_is_an_error_and_not_a_reason_for_a_file(tmp_path: Path) -> None:
    """Whoever has a keyring and keeps it locked is asked to unlock it; the backend's own words are not shown."""
    with pytest.raises(KeyUnavailableError, match="Unlock") as caught:
        with_drawer(tmp_path, Drawer(KeyringLocked("secret words"))).derive("roster")
    assert "secret words" not in str(caught.value)
    assert not (tmp_path / "key").exists()


def test_a_daemon_without_a_collection_counts_as_no_keyring(tmp_path: Path) -> None:
    """As on a machine without a screen, where nobody can answer the prompt for a new collection."""
    assert with_drawer(tmp_path, Drawer(InitError())).place == "key_file"


def test_a_keyring_that_does_not_answer_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A prompt may wait for ever; we do not."""
    answered = threading.Event()

    class Sleeper(Drawer):
        def set_password(self, *_: str) -> None:
            answered.wait()

    monkeypatch.setattr(keys_module, "KEYRING_SECONDS", 0.1)
    with pytest.raises(KeyUnavailableError, match="did not answer"):
        with_drawer(tmp_path, Sleeper()).derive("roster")
    answered.set()


def test_a_damaged_entry_is_an_error(tmp_path: Path) -> None:
    """An entry that is no key is not silently replaced."""
    drawer = Drawer()
    with_drawer(tmp_path, drawer).derive("roster")
    drawer.held = dict.fromkeys(drawer.held, "not a key")
    with pytest.raises(KeyUnavailableError, match="damaged"):
        with_drawer(tmp_path, drawer).derive("roster")


def test_a_secret_that_windows_could_not_hold_is_refused() -> None:
    """2,560 bytes of UTF-16 are the limit there; beyond it the system's error says nothing."""
    drawer = Drawer()
    keep_secret(drawer, "x", "a" * MAX_SECRET)
    with pytest.raises(KeyUnavailableError):
        keep_secret(drawer, "x", "a" * (MAX_SECRET + 1))


def test_the_backend_is_pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment asks for, a plaintext or null backend is never taken."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with pytest.raises(NoVaultError):
        open_vault("linux")
    with pytest.raises(NoVaultError):
        open_vault("win32")


def test_the_master_key_is_not_in_a_repr(tmp_path: Path) -> None:
    """A repr ends up in logs."""
    found = without_keyring(tmp_path)
    found.derive("roster")
    assert (tmp_path / "key").read_text().strip() not in repr(found) + repr(vars(found).keys())


def test_a_real_secret_service_holds_the_key(tmp_path: Path) -> None:
    """gnome-keyring on a session bus of its own: made once, found by a second process with the district's, no key file."""
    missing = [name for name in ("dbus-run-session", "gnome-keyring-daemon") if shutil.which(name) is None]
    assert not missing, "install dbus and gnome-keyring for this test"
    script = tmp_path / "ask.py"
    script.write_text(
        textwrap.dedent(
            """
            import sys
            from pathlib import Path
            from secondlook.config import Home
            from secondlook.keys import Keys
            keys = Keys(Home(Path(sys.argv[1])))
            print(keys.place, keys.derive("roster").hex(), [key.hex() for key in keys.handed()])
            keys.take(bytes(32))
            """
        ),
        encoding="utf-8",
    )
    ask = f"{sys.executable} {script} {tmp_path / 'home'}"
    line = f"printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null; {ask}; {ask}"
    place = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", line],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PATH": os.environ["PATH"], **place},
    )
    answers = done.stdout.split("\n")[:2]
    assert answers[0].startswith("keyring "), done.stderr
    assert answers[0].endswith(" []")
    assert answers[1] == answers[0].replace("[]", f"['{bytes(32).hex()}']")
    assert not (tmp_path / "home" / "key").exists()
    assert not (tmp_path / "home" / "district.key").exists()

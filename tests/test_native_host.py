"""The native-messaging host as a browser meets it: a real process, started by the manifest's own launcher."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from secondlook.config import EXTENSION, Home
from secondlook.errors import UsageError
from secondlook.install_host import BROWSERS, install_host, manifest_folder
from secondlook.keys import Keys, NoVaultError
from secondlook.link import Link, read_link, remove_link, write_link

HELLO = {"kind": "hello"}
HEAVY = {
    "PIL",
    "flask",
    "numpy",
    "presidio_analyzer",
    "pydantic",
    "pystray",
    "spacy",
    "sqlite3",
    "thinc",
    "waitress",
    "werkzeug",
}


def no_vault() -> Any:
    raise NoVaultError


def frame(message: object) -> bytes:
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return struct.pack("=I", len(body)) + body


def frames(raw: bytes) -> list[Any]:
    """What came back; fails when anything but whole frames is on stdout."""
    found = []
    while raw:
        length = struct.unpack("=I", raw[:4])[0]
        assert len(raw) >= 4 + length, "stdout holds something that is no frame"
        found.append(json.loads(raw[4 : 4 + length]))
        raw = raw[4 + length :]
    return found


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with a space and accents in its path."""
    return Home(tmp_path / "mi carpeta é'x")


@pytest.fixture
def launcher(home: Home, tmp_path: Path) -> Path:
    install_host("chromium", home, tmp_path / "hosts")
    manifest = json.loads((tmp_path / "hosts" / f"{EXTENSION['native_host']}.json").read_text())
    return Path(manifest["path"])


def talk(launcher: Path, raw: bytes) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(launcher.parent)}
    arguments = [launcher, f"chrome-extension://{EXTENSION['chromium_id']}/"]
    return subprocess.run(arguments, input=raw, capture_output=True, timeout=30, check=False, env=environment)


def test_hello_gets_port_and_token(launcher: Path, home: Home) -> None:
    """The token is the one the agent of this home uses; it lies in no file."""
    link = Link(port=47_777)
    write_link(home.link_file, link)
    token = link.token(Keys(home, no_vault).derive)
    done = talk(launcher, frame(HELLO))
    assert frames(done.stdout) == [{"port": 47_777, "token": token, "version": link.version}]
    assert done.returncode == 0
    assert done.stderr == b""
    assert all(token.encode() not in path.read_bytes() for path in home.path.iterdir())


def test_each_start_of_the_agent_has_its_own_token(home: Home) -> None:
    """43: a token of an earlier start opens nothing."""
    derive = Keys(home, no_vault).derive
    assert Link(port=1).token(derive) != Link(port=1).token(derive)


def test_without_an_agent_it_says_so(launcher: Path) -> None:
    """No link file: the answer is an error of ours, not silence."""
    assert frames(talk(launcher, frame(HELLO)).stdout)[0]["error"] == "agent-away"


@pytest.mark.parametrize(
    "message",
    [{"kind": "link"}, {"kind": "hello", "more": 1}, {}, [], "hello", 1, None, b"not json", b"\xff\xfe", b"[" * 3_000],
)
def test_any_other_message_is_refused(launcher: Path, home: Home, message: object) -> None:
    """68: one word is known here, and a wrong message does not end the talk."""
    write_link(home.link_file, Link(port=47_777))
    answers = frames(talk(launcher, frame(message) + frame(HELLO)).stdout)
    assert answers[0]["error"] == "bad-message"
    assert answers[1]["port"] == 47_777


@pytest.mark.parametrize(
    "raw",
    [
        struct.pack("=I", 0),
        struct.pack("=I", 0xFFFFFFFF),
        struct.pack("=I", 2_000_000) + b"x" * 100,
        struct.pack(">I", 16) + b'{"kind":"hello"}',
        struct.pack("=I", 50) + b'{"kind":"hello"}',
        b"\x05\x00",
    ],
    ids=["zero", "largest", "over 1 MiB", "big-endian", "cut short", "half a header"],
)
def test_a_broken_frame_ends_the_talk(launcher: Path, raw: bytes) -> None:
    """67: refused with an error frame, a status of 1, and nothing printed."""
    done = talk(launcher, raw)
    assert frames(done.stdout)[0]["error"] == "bad-frame"
    assert done.returncode == 1


def test_a_closed_pipe_is_a_calm_end(launcher: Path) -> None:
    """The browser goes away without a word."""
    done = talk(launcher, b"")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_refused_key_is_an_answer(launcher: Path, home: Home) -> None:
    """A key file that others may read: the sentence reaches the extension, stdout stays clean."""
    Keys(home, no_vault).derive("x")
    home.key_file.chmod(0o644)
    write_link(home.link_file, Link(port=47_777))
    answer = frames(talk(launcher, frame(HELLO)).stdout)[0]
    assert answer["error"] == "key-unavailable"
    assert "token" not in answer


def test_it_is_light(home: Home) -> None:
    """A process per question: no heavy library may creep in."""
    Keys(home, no_vault).derive("x")
    write_link(home.link_file, Link(port=47_777))
    counted = [sys.executable, "-I", "-X", "importtime", "-m", "secondlook.native_host_main", "--home", str(home.path)]
    environment = {"PATH": os.environ["PATH"], "HOME": str(home.path)}
    done = subprocess.run(counted, input=frame(HELLO), capture_output=True, timeout=30, check=True, env=environment)
    assert "port" in frames(done.stdout)[0]
    taken = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.decode().splitlines()}
    assert "secondlook" in taken
    assert taken & HEAVY == set()


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_manifest_lets_in_our_extension_alone(tmp_path: Path, home: Home, browser: Any) -> None:
    """Name, absolute path of an executable, and the one extension of that browser's kind."""
    install_host(browser, home, tmp_path / browser)
    install_host(browser, home, tmp_path / browser)  # a second time changes nothing
    manifest = json.loads((tmp_path / browser / f"{EXTENSION['native_host']}.json").read_text())
    assert manifest["name"] == EXTENSION["native_host"]
    assert manifest["type"] == "stdio"
    assert Path(manifest["path"]).is_absolute()
    assert os.access(manifest["path"], os.X_OK)
    if browser == "firefox":
        assert manifest["allowed_extensions"] == [EXTENSION["firefox_id"]]
    else:
        assert manifest["allowed_origins"] == [f"chrome-extension://{EXTENSION['chromium_id']}/"]
    assert sorted(path.suffix for path in (tmp_path / browser).iterdir()) == [".json", ".sh"]


def test_each_browser_has_its_own_folder() -> None:
    """Per user, on Linux and macOS; Windows keeps manifests in the registry."""
    for platform in ("linux", "darwin"):
        folders = {manifest_folder(browser, platform) for browser in BROWSERS}
        assert len(folders) == len(BROWSERS)
    assert manifest_folder("chrome", "win32") is None


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path, home: Home) -> None:
    """A file where the folder should be."""
    (tmp_path / "taken").write_text("x")
    with pytest.raises(UsageError, match="taken"):
        install_host("chromium", home, tmp_path / "taken")


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[]", "null", '{"port": "x", "started": "a", "salt": "b", "pid": 1, "version": "0"}', '{"port": 0}'],
)
def test_a_damaged_link_file_means_no_agent(home: Home, content: str) -> None:
    """Nothing is guessed from half a file."""
    home.path.mkdir(parents=True)
    home.link_file.write_text(content)
    assert read_link(home.link_file) is None


def test_only_the_agent_that_wrote_it_takes_the_link_away(home: Home) -> None:
    """A later agent's link survives an earlier one's end."""
    first, second = Link(port=1), Link(port=2)
    write_link(home.link_file, first)
    assert home.link_file.stat().st_mode & 0o777 == 0o600
    write_link(home.link_file, second)
    remove_link(home.link_file, first)
    assert read_link(home.link_file) == second
    remove_link(home.link_file, second)
    assert not home.link_file.exists()

"""The real agent and the real commands with a district folder: delivered, swapped while checks run, refused, told, named nowhere."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agent_link import PairedAgent
from district.apt_repository import AptRepository
from district.delivery import Delivery
from test_cli import command, environment

EMMA = "So proud of Emma Rodrigues today"
LIAM = "So proud of Liam Malley today"


def until(ask: Callable[[], bool], what: str, seconds: float = 30.0) -> None:
    """Ask again and again until it is so; the agent looks at its files every two seconds."""
    deadline = time.monotonic() + seconds
    while not ask():
        assert time.monotonic() < deadline, f"never came true: {what}"
        threading.Event().wait(0.1)


def run(delivery: Delivery, *words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """One command, in the laptop's surroundings."""
    return subprocess.run(
        command(*words), input=given, capture_output=True, timeout=90, check=False,
        env=environment(delivery.home.path) | delivery.environment,
    )  # fmt: skip


@pytest.fixture
def running(delivery: Delivery) -> Iterator[Callable[[], PairedAgent]]:
    """Starts an agent of the laptop; what it printed is checked at the end."""
    children: list[subprocess.Popen[bytes]] = []

    def start() -> PairedAgent:
        child = subprocess.Popen(
            command("run", "--no-tray", "--port", "0"), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environment(delivery.home.path) | delivery.environment,
        )  # fmt: skip
        children.append(child)
        assert child.stdout is not None
        child.stdout.readline()
        return PairedAgent(delivery.home.path)

    yield start
    for child in children:
        child.terminate()
        printed = b"".join(child.communicate(timeout=20))
        assert b"Traceback" not in printed
        assert b"Rodrigues" not in printed


def named(answer: Any) -> bool:
    return any(finding["kind"] == "STUDENT_NAME" and finding["score"] > 0.9 for finding in answer["findings"])


def post_button(agent: PairedAgent) -> list[str]:
    status, body = agent.ask("GET", "/v1/sites")
    assert status == 200
    site = next(one for one in json.loads(body)["sites"] if one["site"] == "facebook")
    found: list[str] = site["labels"]["post_submit"]["en"]
    return found


def district_link(delivery: Delivery) -> dict[str, str]:
    told = json.loads(run(delivery, "doctor", "--json").stdout)
    found: dict[str, str] = next(link for link in told["links"] if link["name"] == "district")
    return found


def test_from_the_desk_to_the_laptop(delivery: Delivery, running: Callable[[], PairedAgent]) -> None:
    """Sealed, built and delivered by the commands; a withdrawn student and a changed label arrive without a restart."""
    agent = running()
    assert not named(agent.check(EMMA)) or agent.check(EMMA)["checked"]["roster"] == "missing"
    assert post_button(agent) == ["Post"]
    delivery.seal()
    delivery.deliver_key()
    delivery.deliver(delivery.everything(version="1"))
    until(lambda: agent.check(EMMA)["checked"]["roster"] == "fresh", "the roster arrives")
    first = agent.check(EMMA)
    assert named(first)
    assert first["warnings"][0]["rule"] == "student-name-in-post"
    assert post_button(agent) == ["Share now"]
    said = agent.check("My student number 314159 is on the list")
    assert said["verdict"] == "block", "the district has raised the rule"

    delivery.seal("Liam,Malley,student,271828,")
    label = {"site": "facebook", "labels": {"post_submit": {"en": ["Post it"], "es": [], "pt": []}}}
    delivery.deliver(delivery.everything(version="2", sites=(delivery.write("new/facebook.json", label),)))
    until(lambda: post_button(agent) == ["Post it"], "the changed label arrives")
    assert not named(agent.check(EMMA)), "withdrawn"
    assert named(agent.check(LIAM))


@pytest.mark.timeout(300)  # a folder that is gone counts as gone after half a minute
def test_from_a_real_apt_repository_twice(
    delivery: Delivery, running: Callable[[], PairedAgent], tmp_path: Path
) -> None:
    """Installed, then upgraded while the agent runs: a student withdrawn, a label changed; then purged, and gone."""
    repository = AptRepository(tmp_path / "apt")
    delivery.environment["SECONDLOOK_DISTRICT"] = str(repository.place)
    delivery.seal()
    delivery.deliver_key()
    repository.publish(delivery.build(delivery.everything(version="1")))
    assert repository.upgrade() == "1"
    agent = running()
    assert named(agent.check(EMMA))
    delivery.seal("Liam,Malley,student,271828,")
    label = {"site": "facebook", "labels": {"post_submit": {"en": ["Post it"], "es": [], "pt": []}}}
    changed = delivery.everything(version="2", sites=(delivery.write("new/facebook.json", label),))
    repository.publish(delivery.build(changed))
    assert repository.upgrade() == "2"
    until(lambda: post_button(agent) == ["Post it"], "the changed label arrives")
    assert not named(agent.check(EMMA))
    assert named(agent.check(LIAM))
    repository.purge()
    until(lambda: post_button(agent) == ["Post"], "the shipped label is back", 90)
    until(lambda: agent.check(LIAM)["checked"]["roster"] == "missing", "the roster is gone")
    assert list((delivery.home.path / "district").iterdir()) == []


def test_a_swap_under_checks(delivery: Delivery, running: Callable[[], PairedAgent]) -> None:
    """Checks that run meanwhile are all answered, each by the old folder or the new one, never by half of either."""
    delivery.seal("Emma,Rodrigues,student,,")
    delivery.deliver_key()
    delivery.deliver(delivery.everything(version="1", rules=None))
    agent = running()
    until(lambda: named(agent.check(EMMA)), "the first folder")
    both, ended, seen, wrong = f"{EMMA}. {LIAM}", threading.Event(), set(), []

    def check() -> None:
        while not ended.is_set():
            status, body = agent.post("/v1/checks", {"action": "post", "site": "facebook", "text": both})
            if status not in (200, 429, 503):  # too many at once on a busy machine is an answer, too
                wrong.append(status)
            if status == 200:
                starts = [one["start"] for one in json.loads(body)["findings"] if one["score"] > 0.9]
                seen.add(tuple(starts))

    threads = [threading.Thread(target=check) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for version in ("2", "3"):
            who = "Liam,Malley,student,," if version == "2" else "Emma,Rodrigues,student,,"
            delivery.seal(who)
            delivery.deliver(delivery.everything(version=version, rules=None))
            until(lambda version=version: named(agent.check(LIAM)) is (version == "2"), f"folder {version}")
    finally:
        ended.set()
        for thread in threads:
            thread.join()
    assert wrong == []
    assert seen == {(12,), (46,)}, "Emma alone, or Liam alone"


def test_a_folder_that_others_can_write_is_refused_and_told(
    delivery: Delivery, running: Callable[[], PairedAgent]
) -> None:
    """By the running agent as by doctor: path and reason; the last good one goes on; mended, all is well."""
    delivery.seal()
    delivery.deliver_key()
    delivery.deliver(delivery.everything(version="1"))
    agent = running()
    assert district_link(delivery)["level"] == "ok"
    delivery.seal("Liam,Malley,student,271828,")
    delivery.place.folder.parent.chmod(0o777)
    delivery.deliver(delivery.everything(version="2"))
    until(lambda: district_link(delivery)["level"] == "warning", "doctor tells")
    told = district_link(delivery)
    assert "version 1" in told["says"]
    assert f"{delivery.place.folder.parent}: ordinary users can write here" in told["detail"]
    assert "docs/admin/district.md" in told["next"]
    assert named(agent.check(EMMA))
    delivery.place.folder.parent.chmod(0o755)
    until(lambda: "Version 2" in district_link(delivery)["says"], "mended")
    until(lambda: not named(agent.check(EMMA)), "the new roster is used")


def test_doctor_without_an_agent(delivery: Delivery) -> None:
    """The same words from what lies on the disk: none, without its key, in use, broken."""
    assert district_link(delivery)["says"] == "No district folder is delivered here."
    delivery.seal()
    delivery.deliver(delivery.everything(version="2026.11.26"))
    keyless = district_link(delivery)
    assert (keyless["level"], "there is no key file" in keyless["detail"]) == ("warning", True)
    delivery.deliver_key()
    used = district_link(delivery)
    assert used["says"].startswith("Version 2026.11.26, made on ")
    assert used["detail"] == "rules, site labels, settings, students, employees"
    (delivery.place.folder / "manifest.json").write_text("{")
    broken = district_link(delivery)
    assert (broken["level"], "manifest.json: not JSON" in broken["detail"]) == ("broken", True)
    assert run(delivery, "doctor").returncode == 2


def test_an_import_beside_the_districts_roster_is_not_silent(delivery: Delivery) -> None:
    """The district's comes first, and whoever imports one is told so."""
    delivery.seal("Emma,Rodrigues,student,,")
    delivery.deliver(delivery.everything())
    done = run(delivery, "roster", "import", delivery.write("mine.csv", "givenName,familyName\nLiam,Malley\n"))
    assert done.returncode == 0, done.stderr
    assert b"brings a roster of students to this computer, which comes before this one" in done.stdout
    assert b"roster of employees" not in done.stdout


def test_nobody_is_named_anywhere(delivery: Delivery, running: Callable[[], PairedAgent]) -> None:
    """Not in what the commands say, the home, its copy of the folder, the log or doctor; and the roster was really used."""
    export = delivery.write(
        "users.csv", "givenName,familyName,role,identifier\nZebulon,Quistgard,student,98765432\nX,,student,\n"
    )
    sealed = run(delivery, "roster", "seal", export, "--out", delivery.desk / "sealed")
    assert sealed.returncode == 0, sealed.stderr
    assert b"row 3" in sealed.stdout
    delivery.deliver_key()
    built = run(
        delivery,
        "district",
        "build",
        "--out",
        delivery.place.folder,
        "--roster",
        delivery.desk / "sealed",
        "--deb",
        "--zip",
    )
    assert built.returncode == 0, built.stderr
    agent = running()
    assert named(agent.check("So proud of Zebulon Quistgard today"))
    printed = sealed.stdout + sealed.stderr + built.stdout + built.stderr + run(delivery, "doctor").stdout
    places = [delivery.home.path, delivery.place.folder.parent, delivery.desk / "sealed"]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert {"agent.log", "students.index", "manifest.json"} <= {path.name for path in files}
    assert any(path.suffix == ".deb" for path in files)
    for content in (printed, *(path.read_bytes() for path in files)):
        for word in (b"zebulon", b"quistgard", b"98765432"):
            assert word not in content.lower()
    key = delivery.key_file.read_bytes().strip()
    assert [path.name for path in files if key in path.read_bytes()] == ["district.key", "district.key"], (
        "ours and theirs"
    )
    assert key not in printed


def test_the_key_by_a_login_script(delivery: Delivery, running: Callable[[], PairedAgent]) -> None:
    """Handed over on stdin it never lies on the disk in a place of its own; a running agent takes the roster up."""
    delivery.seal()
    delivery.deliver(delivery.everything())
    agent = running()
    assert agent.check(EMMA)["checked"]["roster"] == "missing"
    taken = run(delivery, "district", "take-key", "-", given=delivery.key_file.read_bytes())
    assert (taken.returncode, b"is in a file that only you can read" in taken.stdout) == (0, True)
    assert delivery.key_file.read_bytes().strip() not in taken.stdout
    until(lambda: agent.check(EMMA)["checked"]["roster"] == "fresh", "the roster is opened")
    wrong = run(delivery, "district", "take-key", "-", given=b"Zebulon")
    assert (wrong.returncode, b"Zebulon" in wrong.stderr) == (2, False)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), b"nothing to put in"),
        (("--rules", "nowhere"), b"--rules: nowhere is no overlay"),
        (("--calendar", "nowhere.ics"), b"nowhere.ics: cannot be read"),
        (("--settings", "nowhere.json"), b"nowhere.json: the file cannot be read"),
        (("--sites", "."), b"--sites"),
        (("--roster", "nowhere"), b"nowhere is no sealed roster"),
        (("--version", "v2"), b"--version begins with a digit"),
        (("--maintainer", "a\nDepends: b"), b"--maintainer is one line"),
    ],
)
def test_a_build_that_cannot_be(delivery: Delivery, words: tuple[str, ...], reason: bytes) -> None:
    """Exit status 2, one sentence, nothing written."""
    done = run(delivery, "district", "build", "--out", delivery.place.folder, *words)
    assert done.returncode == 2
    assert reason in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert not delivery.place.folder.exists()


def test_a_dry_run_writes_nothing(delivery: Delivery) -> None:
    """It tells all that a build would, and leaves no trace."""
    calendar = delivery.everything().calendar
    assert calendar is not None
    done = run(
        delivery,
        "district",
        "build",
        "--out",
        delivery.place.folder,
        "--calendar",
        calendar,
        "--deb",
        "--zip",
        "--dry-run",
    )
    assert done.returncode == 0
    assert b"Nothing has been (--dry-run)" in done.stdout
    assert list(delivery.place.folder.parent.iterdir()) == []


def test_a_bar_where_a_person_watches(delivery: Delivery) -> None:
    """On a terminal stderr shows the steps; elsewhere it stays empty."""
    delivery.seal()
    words = command(
        "district", "build", "--out", delivery.place.folder, "--roster", delivery.desk / "sealed", "--dry-run"
    )
    watcher, terminal = pty.openpty()
    subprocess.run(
        words, check=True, stdout=subprocess.DEVNULL, stderr=terminal, env=environment(delivery.home.path), timeout=90
    )
    os.close(terminal)
    shown = os.read(watcher, 10_000)
    os.close(watcher)
    assert b"opening the roster with its key" in shown
    assert b"####" in shown
    assert run(delivery, *words[3:]).stderr == b""

"""The way of one package, from dpkg to a held post, an upgrade, and a machine on which nothing is left.

One story in its order: each test goes on where the one before it has ended. Real dpkg, Debian's own browsers, a person's
own account, the package's own files; build/deploy.log tells what was done.
"""

from __future__ import annotations

import json
import os
import time
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from agent_link import health
from deploy.chromium_by_policy import launch, look_for_updates, options_page, versions_there, workers
from deploy.conftest import DISTRICT, DISTRICT_POLICIES, NEXT_VERSION, OTHERS, OTHERS_POLICY, PACKAGE
from deploy.district_desk import KEY
from deploy.machine import agents, files
from e2e.chromium import build
from e2e.firefox.firefox import FIREFOX, Firefox
from e2e.our_ui import OurUi
from e2e.surfaces import facebook_post
from e2e.waiting import until, wait_for
from pages.server import SiteServer
from secondlook import __version__
from secondlook.link import read_link

pytestmark = pytest.mark.timeout(600)  # two packages are built before the first step
NAME = "Emma Rodrigues"
DRAFT = f"So proud of {NAME} today"
RENAMED = {"en": ["Share your day"], "es": ["Comparte tu día"], "pt": ["Compartilhe seu dia"]}
HELP = "https://help.example.org/"
ANOTHER = "a" * 32
CHROMIUM_POLICIES = Path("/etc/chromium/policies/managed")
SETTINGS = Path("/etc/second-look/settings.json")
PROGRAM = Path("/usr/bin/secondlook")
OWN_SETTINGS = '{ "school_phones": ["508-555-0100"] }\n'


@pytest.fixture(scope="module")
def sites():
    """The fixture sites."""
    build("tests/pages/build.mjs")
    with SiteServer() as server:
        yield server


@pytest.fixture(scope="module")
def playwright():
    """Playwright's driver."""
    with sync_playwright() as driver:
        yield driver


def test_it_installs_without_a_question(deployment, log):
    """Dpkg alone, with nobody to answer and no network asked for; what it laid down is what the package says, for this view alone."""
    begin = time.monotonic()
    log.run("dpkg", "--install", str(deployment.first))
    log.say(f"installed in {time.monotonic() - begin:.1f} s, package of {deployment.first.stat().st_size / 1e6:.1f} MB")
    assert log.run("dpkg", "--verify", PACKAGE) == ""
    assert log.run("secondlook", "version").strip() == __version__
    assert json.loads(SETTINGS.read_text(encoding="utf-8")) == {}
    beside = json.loads(OTHERS.read_text(encoding="utf-8"))["policies"]
    assert set(beside) == {"DisableProfileImport", "ExtensionSettings"}
    others = Path("/proc", str(os.getppid()), "root")
    assert not (others / PROGRAM.relative_to("/")).exists()
    assert PROGRAM.exists()


def test_the_district_folder_comes_from_the_districts_own_apt_repository(desk, staff):
    """Sealed at the desk, built as a package, taken by apt; its key lies apart, for the staff's group alone."""
    desk.deliver("2026.11.26")
    desk.deliver_key(staff.group)
    assert not any(NAME.encode() in path.read_bytes() for path in Path("/var/lib/second-look").rglob("*.index"))


def test_logging_in_starts_the_agent(log, staff):
    """What the desktop starts at log-in answers, with the district's roster; nobody has imported or clicked anything."""
    begin = time.monotonic()
    link = staff.log_in()
    until(lambda: health(link.port), "an answer", 30)
    log.say(f"first answer {time.monotonic() - begin:.1f} s after log-in")
    assert link.version == __version__
    told = staff.doctor()
    assert told["District folder"].startswith("Version 2026.11.26, ")
    assert "Students: 60" in told["Roster"]
    assert "Chromium, Chrome, Edge and Firefox" in told["Pairing with browsers"]


def test_chromium_is_given_the_extension_and_holds_a_post(deployment, log, staff, sites, playwright):
    """By policy alone: installed from the package's files, paired by native messaging, settings of the school later on."""
    another = {
        "ExtensionInstallForcelist": [f"{ANOTHER};https://extensions.example.org/update.xml"],
        "DeveloperToolsAvailability": 1,  # lets the test look into a forced extension
    }
    DISTRICT_POLICIES.write_text(json.dumps(another), encoding="utf-8")
    with launch(playwright, staff, deployment.folder, sites.resolver_rules) as (context, identity):
        page = context.pages[0]
        wait_for(page, lambda: workers(context, identity), "the forced extension", 30)
        log.say(f"Chromium runs the forced extension {identity}")
        options = options_page(context, identity)
        assert options.locator(f'a[href="{HELP}"]').count() == 0
        given = ("--set", f"helpDesk={HELP}", "--out", str(CHROMIUM_POLICIES))
        log.run("secondlook", "policies", "--browser", "chromium", "--platform", "linux", *given)
        options.locator(f'a[href="{HELP}"]').wait_for(timeout=40_000)
        log.say("a setting of the school's that came later is honoured")
        page = context.new_page()
        ui = OurUi(page, extension_id=identity)
        surface = facebook_post(page)
        surface.type(DRAFT)
        ui.wait_underlined(NAME)
        surface.submit.click()
        ui.button("Post anyway")
        assert surface.posted == []
        log.say("Chromium holds the post")


def test_firefox_is_given_the_add_on_and_holds_a_post(deployment, log, staff, sites):
    """By policies.json, on an ESR whose profile takes unsigned add-ons, as this package's is not signed by Mozilla."""
    folder = deployment.folder / "firefox"
    folder.mkdir()
    launcher = staff.browser(FIREFOX, deployment.folder / "firefox.sh", folder)
    with Firefox(folder, "by-policy", sites.port, SECOND_LOOK_FIREFOX=str(launcher), TMPDIR=str(folder)) as browser:
        browser.play("post_held")
    log.say("Firefox ESR holds the post")


def test_news_from_the_district_arrive_without_a_restart(desk, log, staff):
    """The second delivery has a student withdrawn and a label changed; the very same agent goes by both within seconds."""
    before = read_link(staff.kept / "link.json")
    assert certain(staff), "the first delivery should know the student"
    desk.deliver("2026.11.27", without=NAME, labels={"post_prompt": RENAMED})
    begin = time.monotonic()
    until(lambda: not certain(staff), "the withdrawn student's name going out of use", 60)
    log.say(f"the second delivery is in use {time.monotonic() - begin:.1f} s after apt")
    assert staff.doctor()["District folder"].startswith("Version 2026.11.27, ")
    labels = {site["site"]: site["labels"] for site in staff.ask_agent("/v1/sites")["sites"]}
    assert labels["facebook"]["post_prompt"]["en"] == RENAMED["en"]
    assert read_link(staff.kept / "link.json") == before


def test_an_upgrade_keeps_everything_and_begins_anew(deployment, log, staff):
    """Settings, policies of the school and roster stay; the running agent is the new one, without a new log-in."""
    SETTINGS.write_text(OWN_SETTINGS, encoding="utf-8")
    policy = (CHROMIUM_POLICIES / "second-look.json").read_text(encoding="utf-8")
    begin = time.monotonic()
    log.run("dpkg", "--install", str(deployment.second))
    now = until(lambda: newer(staff), "the new agent", 30)
    until(lambda: health(now.port), "an answer of the new agent", 30)
    log.say(f"upgraded in {time.monotonic() - begin:.1f} s, the agent included")
    assert not staff.agent_ended
    assert len(agents()) == 1
    assert SETTINGS.read_text(encoding="utf-8") == OWN_SETTINGS
    assert (CHROMIUM_POLICIES / "second-look.json").read_text(encoding="utf-8") == policy
    assert HELP in policy
    told = staff.doctor()
    assert "Students: 59" in told["Roster"]
    assert told["District folder"].startswith("Version 2026.11.27, ")


def test_installing_it_twice_changes_nothing(deployment, log):
    """The same package once more: the same files, and one agent."""
    before = files()
    log.run("dpkg", "--install", str(deployment.second))
    assert files() == before
    until(lambda: len(agents()) == 1, "one agent")


def test_removing_it_ends_the_protection_at_once(deployment, log, staff, sites, playwright):
    """With agent and browser running: the agent ends, the extension leaves the open browser, the school's files stay."""
    with launch(playwright, staff, deployment.folder, sites.resolver_rules) as (context, identity):
        there = partial(versions_there, deployment.folder, identity)
        page = context.pages[0]
        look_for_updates(context)
        wait_for(page, lambda: NEXT_VERSION in there(), "the upgraded extension", 30)
        log.say("Chromium has taken the upgraded extension from the package's files")
        log.run("dpkg", "--remove", PACKAGE)
        until(lambda: staff.agent_ended, "the agent's end")
        assert agents() == []
        wait_for(page, lambda: not there(), "the extension leaving", 40)
        log.say("the extension has left the open Chromium")
    DISTRICT_POLICIES.unlink()
    left = {path for path in files() - deployment.before if Path(path).is_file()}
    assert {path for path in left if not path.startswith("/var/lib/second-look/district/")} == {str(SETTINGS), str(KEY)}
    assert SETTINGS.read_text(encoding="utf-8") == OWN_SETTINGS
    assert (staff.kept / "key").exists()


def test_purging_it_leaves_nothing(deployment, log, staff):
    """Files are as they were before, and what was kept for the person is gone with the rest."""
    log.run("dpkg", "--purge", PACKAGE, DISTRICT)
    assert files() - deployment.before == set()
    gone = {path for path in deployment.before - files() if path != "/etc/opt"}  # dpkg takes empty folders along
    assert gone == set()
    assert OTHERS.read_text(encoding="utf-8") == OTHERS_POLICY
    assert not staff.kept.exists()
    log.say("nothing is left")


def certain(staff):
    """The findings of the draft of which the agent is sure, because the roster knows the name."""
    attempt = {"action": "post", "site": "facebook", "account": {"kind": "personal"}, "text": DRAFT}
    return [finding for finding in staff.ask_agent("/v1/checks", attempt)["findings"] if finding["score"] > 0.9]


def newer(staff):
    """The link of the upgraded agent, once it is there."""
    link = read_link(staff.kept / "link.json")
    return link if link and link.version == NEXT_VERSION else None

"""Firefox ESR with the real agent and the real native-messaging host.

The checklist of surfaces, as docs/coverage.md has it, and the scenarios of what else must be true.
"""

from __future__ import annotations

import json
import shutil

import pytest

from e2e.agent_process import ROOT
from e2e.checklist import ANYWAY, ENTRIES, LANGUAGES, note
from e2e.chromium import build
from e2e.firefox.firefox import FIREFOX, INSTALL, Firefox, built_extension, host_folder

SCENARIOS = (
    "name_underlined",
    "post_held",
    "edited_goes_out_once",
    "anyway_once",
    "clean_untouched",
    "emoji_span",
    "uncovered",
    "uncovered_in_a_closed_root",
    "pressed_under_a_cover",
    "undone_and_back",
    "draft_restored",
    "five_thousand_characters",
    "rewritten_by_one_click",
    "colleague_asked_first",
    "said_of_a_person",
    "comment_enter",
    "instagram_textarea",
)


@pytest.fixture(scope="module")
def firefox(sites, session_agent, tmp_path_factory):
    """Firefox with the extension and its host, for all tests of this file."""
    assert FIREFOX.exists(), f"Firefox ESR is missing. Install it with: {INSTALL}"
    home = tmp_path_factory.mktemp("firefox")
    session_agent.install_host(home, "firefox", host_folder(home))
    build("extension/build.mjs")
    extension = shutil.copytree(built_extension(), home / "extension")
    with Firefox(home, extension, sites.port) as browser:
        yield browser


@pytest.mark.usefixtures("agent")
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_it_is_true_in_firefox_too(firefox, scenario):
    """What Chromium does for a person, Firefox does: the scenario holds with the shipped build."""
    firefox.play(scenario)


@pytest.fixture
def coach(agent):
    """The person coaches a team, for one test."""
    settings = agent.home / "settings.json"
    settings.write_text(json.dumps({"coach": True}), encoding="utf-8")
    agent.restart()
    yield
    settings.unlink()
    agent.restart()


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize("scenario", ["coach_title_alone", "coach_one_adult"])
def test_a_coach_is_asked_in_firefox_too(firefox, scenario):
    """Where the page shows a title and no names, and not where it shows one adult; the first check after a new start counts."""
    firefox.play(scenario)


@pytest.mark.usefixtures("agent")
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_it_is_as_the_page_says(firefox, entry):
    """The same list as in Chromium, in each language."""
    for lang in LANGUAGES:
        note("firefox", entry, lang, held=firefox.held(entry, lang, ANYWAY[entry.anyway]))


@pytest.mark.usefixtures("agent")
@pytest.mark.parametrize(("locale", "lang"), [("es-ES", "es"), ("pt-BR", "pt-BR")])
def test_it_speaks_the_browsers_language(sites, session_agent, tmp_path, locale, lang):
    """A Firefox in Spanish or Portuguese: the sheet's words are that language's, the rule's sentence too."""
    session_agent.install_host(tmp_path, "firefox", host_folder(tmp_path))
    words = json.loads(
        (ROOT / f"extension/_locales/{lang.replace('-', '_')}/messages.json").read_text(encoding="utf-8")
    )
    with Firefox(tmp_path, built_extension(), sites.port, locale) as browser:
        assert browser.held(ENTRIES[0], lang, words["anyway_post"]["message"]), f"no sheet in {locale}: {INSTALL}"


def test_an_agent_that_went_away_is_told_and_its_return_noticed(firefox, agent):
    """Without the agent the first submit is held once and says so; with a restarted agent names are held again."""
    agent.stop()
    firefox.play("agent_away_told")
    agent.start()
    firefox.play("agent_back")

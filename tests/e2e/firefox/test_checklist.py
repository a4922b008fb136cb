"""The checklist in Firefox ESR, with the real agent and the real native-messaging host: each entry as docs/coverage.md says it is."""

from __future__ import annotations

import json

import pytest

from e2e.agent_process import ROOT
from e2e.checklist import ANYWAY, ENTRIES, LANGUAGES, note
from e2e.firefox.firefox import INSTALL, Firefox, built_extension, host_folder


@pytest.mark.usefixtures("agent")
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_it_is_as_the_page_says(firefox, entry):
    """The same list as in Chromium, in each language."""
    for lang in LANGUAGES:
        note("firefox", entry, lang, held=firefox.held(entry, lang, ANYWAY[entry.anyway]))


@pytest.mark.usefixtures("agent")
@pytest.mark.parametrize(("locale", "lang"), [("es-ES", "es"), ("pt-BR", "pt-BR")])
def test_it_speaks_the_browsers_language(sites, session_agent, tmp_path, locale, lang):
    """A Firefox in Spanish or Portuguese: sheet, pop-up and options page are in that language, the rule's sentence too."""
    session_agent.install_host(tmp_path, "firefox", host_folder(tmp_path))
    words = json.loads(
        (ROOT / f"extension/_locales/{lang.replace('-', '_')}/messages.json").read_text(encoding="utf-8")
    )
    with Firefox(tmp_path, built_extension(), sites.port, locale) as browser:
        assert browser.held(ENTRIES[0], lang, words["anyway_post"]["message"]), f"no sheet in {locale}: {INSTALL}"
        browser.play("own_pages_in_the_browsers_language")

"""What Chromium's tests play, Firefox ESR plays as well: every behaviour of the list, with the real agent and the shipped extension."""

from __future__ import annotations

from collections import Counter

import pytest

from e2e.behaviours import BEHAVIOURS, CHROMIUM_ALONE, HERE, played_by

ALL = [(each.id, scenario) for each in BEHAVIOURS for scenario in each.firefox]
PLAYED = [(each.id, scenario) for each in BEHAVIOURS if not each.on_a_screen for scenario in each.firefox]
BY_ID = [pytest.param(each, id=each.id) for each in BEHAVIOURS]


@pytest.mark.parametrize("scenario", [scenario for _, scenario in PLAYED], ids=["-".join(pair) for pair in PLAYED])
def test_it_is_true_in_firefox_too(firefox, world, scenario):
    """What Chromium does for a person, Firefox does; a scenario that is not there fails too."""
    firefox.play(scenario, world)


@pytest.mark.parametrize("behaviour", BY_ID)
def test_the_list_names_what_there_is(behaviour):
    """Its Chromium tests are there, and Firefox plays it or there is a reason why it cannot."""
    missing = [test for test in behaviour.chromium if test not in played_by(test.partition("::")[0])]
    assert missing == []
    assert behaviour.chromium or behaviour.firefox
    assert bool(behaviour.firefox) != bool(behaviour.not_in_firefox), "played in Firefox, or why not"


def test_nothing_is_listed_twice():
    """One row for a behaviour, one behaviour for a scenario."""
    names = Counter([each.id for each in BEHAVIOURS] + [scenario for _, scenario in ALL if scenario != _])
    assert [name for name, count in names.items() if count > 1] == []
    whats = Counter(each.what for each in BEHAVIOURS)
    assert max(whats.values()) == 1


@pytest.mark.parametrize("file", sorted(path.name for path in HERE.glob("test_*.py")))
def test_a_test_of_chromium_is_on_the_list(file):
    """A behaviour has it, or the list says why it is Chromium's alone: nothing is left out in silence."""
    listed = {test for each in BEHAVIOURS for test in each.chromium}
    alone = {test for test in played_by(file) if test in CHROMIUM_ALONE or file in CHROMIUM_ALONE}
    assert sorted(played_by(file) - listed - alone) == []
    assert sorted(listed & alone) == [], "on the list, and said not to be"


@pytest.mark.parametrize("name", CHROMIUM_ALONE)
def test_what_is_chromiums_alone_is_there(name):
    """A renamed test or file does not keep its excuse."""
    file = name.partition("::")[0]
    assert name in played_by(file) or (name == file and played_by(file))

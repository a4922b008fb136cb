"""What the extension says about a bare action while nobody can check it."""

from __future__ import annotations

from typing import get_args

from policy.cases import policy, rule, shipped_policy
from secondlook.contract import Action
from secondlook.policy.away import away_table

SAY = {"en": "Look yourself.", "es": "Mira tú.", "pt": "Veja você."}


def test_every_action_has_an_answer_in_three_languages():
    """No action is left without a verdict and a sentence that begins by saying that nobody is checking."""
    table = away_table(shipped_policy())
    assert list(table) == list(get_args(Action))
    for answer in table.values():
        assert answer.say["en"].startswith("Second Look isn't checking right now.")
        assert answer.say["es"].startswith("Second Look no está revisando ahora.")
        assert answer.say["pt"].startswith("O Second Look não está verificando agora.")


def test_no_answer_ever_blocks():
    """Without the agent nothing is held for good: friend requests are asked about, posts noted, visits let be."""
    table = away_table(shipped_policy())
    assert {answer.verdict for answer in table.values()} <= {"allow", "inform", "warn"}
    assert table["friend_request"].verdict == table["accept_request"].verdict == "warn"
    assert table["post"].verdict == table["message"].verdict == "inform"
    assert table["visit"].verdict == "allow"


def test_rule_that_cares_most_speaks():
    """The most severe of the rules about an action decides; only rules as severe speak, each sentence once."""
    mild = rule("mild", when_agent_away="inform", away={"en": "Mild.", "es": "Mild.", "pt": "Mild."})
    first, second = (rule(name, when_agent_away="warn", away=SAY) for name in ("first", "second"))
    answer = away_table(policy(mild, first, second))["post"]
    assert answer.verdict == "warn"
    assert answer.say["en"] == "Second Look isn't checking right now. Look yourself."

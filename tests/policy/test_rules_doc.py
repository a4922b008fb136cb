"""docs/rules.md cannot fall behind the shape of a rule."""

from __future__ import annotations

import pytest

from policy.cases import SHARED_RULES
from secondlook.policy.rule import FACTS, Condition, Rule

PAGE = (SHARED_RULES.parent / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_is_explained_once(fact):
    """Each fact has one row: what it means, and who supplies it."""
    rows = [line.split("|") for line in PAGE.splitlines() if line.startswith(f"| `{fact}` |")]
    assert len(rows) == 1
    _, _, meaning, supplier, _ = rows[0]
    assert meaning.strip().endswith(".")
    assert supplier.strip()


@pytest.mark.parametrize("field", [*Rule.model_fields, *Condition.model_fields])
def test_every_field_is_explained(field):
    """Each field of a rule and each line of a condition is on the page."""
    assert f"`{field}`" in PAGE

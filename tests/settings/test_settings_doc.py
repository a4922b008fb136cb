"""docs/settings.md says what the files may hold: its examples are valid, and every setting is on the page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from secondlook.settings.files import DistrictSettings, ExemptWindow, PersonSettings, WorkWeek

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```json (\w+)\n(.*?)```", PAGE, re.DOTALL))


@pytest.mark.parametrize(("name", "model"), [("district", DistrictSettings), ("person", PersonSettings)])
def test_the_examples_are_valid(name: str, model: type[DistrictSettings | PersonSettings]) -> None:
    """Both are taken as they stand."""
    assert model.model_validate(json.loads(EXAMPLES[name]))


@pytest.mark.parametrize("model", [DistrictSettings, PersonSettings, WorkWeek, ExemptWindow])
def test_every_setting_is_on_the_page(model: type[DistrictSettings | PersonSettings | WorkWeek | ExemptWindow]) -> None:
    """By its name."""
    for field in model.model_fields:
        assert re.search(rf'[`"]([a-z_.*]+\.)?{field}[`"]', PAGE), field

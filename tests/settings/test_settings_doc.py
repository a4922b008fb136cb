"""docs/settings.md says what the files and the environment may hold: valid examples, every setting with its default."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from secondlook.settings.files import DistrictSettings, ExemptWindow, PersonSettings, WorkWeek

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```json (\w+)\n(.*?)```", PAGE, re.DOTALL))
TABLES = {
    DistrictSettings: "## The district's\n",
    WorkWeek: "A staff group, and a person's `own_week`:\n",
    PersonSettings: "## The person's own\n",
}
"""Model -> the words above its table."""


def rows(heading: str) -> dict[str, list[str]]:
    """The first table after a heading: the name in the first cell -> the other cells."""
    table = re.search(r"(?:^\|.*\n)+", PAGE[PAGE.index(heading) :], re.MULTILINE)
    assert table, heading
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table[0].splitlines()[2:]]
    return {first.strip("`"): rest for first, *rest in lines}


def plain(default: Any) -> str | None:
    """How the page writes a default; None where it has words of its own."""
    if isinstance(default, bool):
        return str(default).lower()
    if isinstance(default, int):
        return str(default)
    if isinstance(default, str):
        return f"`{default}`"
    return "none" if default is None or default in ([], {}) or isinstance(default, BaseModel) else None


@pytest.mark.parametrize(("name", "model"), [("district", DistrictSettings), ("person", PersonSettings)])
def test_the_examples_are_valid(name: str, model: type[BaseModel]) -> None:
    """Both are taken as they stand."""
    assert model.model_validate(json.loads(EXAMPLES[name]))


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_setting_has_its_row_and_its_default(model: type[BaseModel]) -> None:
    """Each by its name, with what the code takes when it is not set; and no row is about a setting that is none."""
    table = rows(TABLES[model])
    assert set(table) == set(model.model_fields)
    for name, field in model.model_fields.items():
        said = table[name][-1]
        assert said == "must be there" if field.is_required() else said.split(":")[0] == plain(field.default), name


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_value_that_may_be_chosen_is_named(model: type[BaseModel]) -> None:
    """Where only certain words are taken, the row names them all."""
    table = rows(TABLES[model])
    for name, field in model.model_fields.items():
        for word in words_of(field.annotation):
            assert f"`{word}`" in table[name][1] or word in {"tue", "wed", "thu", "fri", "sat"}, (name, word)


def words_of(annotation: Any) -> list[str]:
    """The strings of every Literal in a type."""
    if isinstance(annotation, str):
        return [annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return []
    return [word for inner in get_args(annotation) for word in words_of(inner)]


def test_the_exempt_window_is_explained() -> None:
    """Its fields stand in the row of `exempt`."""
    row = rows(TABLES[WorkWeek])["exempt"]
    for name in ExemptWindow.model_fields:
        assert f"`{name}`" in row[0], name


def test_every_environment_variable_has_its_row() -> None:
    """Each one that the agent's source reads, and no other."""
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "agent" / "secondlook").rglob("*.py"))
    read = set(re.findall(r"\b(SECONDLOOK_[A-Z_]+|SOURCE_DATE_EPOCH)\b", sources))
    assert set(rows("## Environment variables\n")) == read

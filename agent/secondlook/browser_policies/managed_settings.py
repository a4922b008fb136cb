"""The settings of the extension that a school can manage, as the extension's own schema declares them.

The schema is the browser's (`extension/managed_storage.json`); a wheel carries a copy. Values are checked here so that a
mistake is told to whoever makes the policy: the browser would drop it in silence. Knows no format and no browser.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from secondlook.errors import UsageError

Value = str | list[str]
_PACKAGE = Path(__file__).resolve().parent.parent
_PLACES = (_PACKAGE / "managed_storage.json", _PACKAGE.parent.parent / "extension" / "managed_storage.json")


@dataclass(frozen=True)
class ManagedSetting:
    """One setting.

    Attributes:
        kind: one word or address, or a list of words.
        options: the words that it may hold; none means any text.
        pattern: what a text must match from its start, or "".

    """

    name: str
    title: str
    description: str
    kind: Literal["text", "list"]
    options: tuple[str, ...] = ()
    pattern: str = ""

    def read(self, written: object) -> Value:
        """A value as it was written: text with commas for a list, or JSON's own list.

        Raises:
            UsageError: the extension could not use it.

        """
        if self.kind == "list":
            words = [word.strip() for word in written.split(",")] if isinstance(written, str) else written
            if not isinstance(words, list) or not words:
                raise UsageError(f"{self.name} takes a list, such as {self.name}={','.join(self.options[:2])}.")
            return [self._one(word) for word in words]
        return self._one(written)

    def _one(self, word: object) -> str:
        if not isinstance(word, str) or (self.options and word not in self.options):
            raise UsageError(f"{self.name} takes {' or '.join(self.options) or 'a text'}.")
        if not word or not re.match(self.pattern, word) or not word.isprintable():
            raise UsageError(f"{self.name} cannot be that. {self.description}")
        return word


def managed_settings(schema: dict[str, Any] | None = None) -> tuple[ManagedSetting, ...]:
    """Every setting, in the schema's order.

    Args:
        schema: another schema than the shipped one; tests use it.

    Raises:
        UsageError: the schema is not where it ships.
        ValueError: it declares a shape that no format here can write.

    """
    properties = (schema or _shipped_schema())["properties"]
    return tuple(_setting(name, declared) for name, declared in properties.items())


def read_settings(written: dict[str, object]) -> dict[str, Value]:
    """Checked values by name, in the schema's order.

    Raises:
        UsageError: an unknown name, or a value that the extension could not use.

    """
    known = managed_settings()
    if strange := [name for name in written if name not in {setting.name for setting in known}]:
        raise UsageError(f"There is no setting {strange[0]}; there are {', '.join(one.name for one in known)}.")
    return {setting.name: setting.read(written[setting.name]) for setting in known if setting.name in written}


def _setting(name: str, declared: dict[str, Any]) -> ManagedSetting:
    shape = declared["items"] if declared["type"] == "array" else declared
    if shape["type"] != "string":
        raise ValueError(f"managed setting {name}: {shape['type']} is not written by any format yet")
    return ManagedSetting(
        name=name,
        title=declared["title"],
        description=declared["description"],
        kind="list" if declared["type"] == "array" else "text",
        options=tuple(shape.get("enum", ())),
        pattern=shape.get("pattern", ""),
    )


def _shipped_schema() -> dict[str, Any]:
    place = next((path for path in _PLACES if path.is_file()), None)
    if place is None:
        raise UsageError("The schema of the extension's settings is missing. Install Second Look again.")
    schema: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    return schema

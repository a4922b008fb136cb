"""The walls of the house: who may import whom. `docs/architecture.md` draws the same picture."""

from __future__ import annotations

import pytest

from repository.python_source import Module, modules

FLOORS = (
    {"", "contract", "errors", "config", "keyed_memory", "strict_json", "unneeded_memory"},
    {
        "detection",
        "people",
        "calendar",
        "policy",
        "keys",
        "key_file",
        "store",
        "link",
        "logbook",
        "single",
        "install_host",
        "system_language",
    },
    {"settings", "rules_in_use"},
    {"facts"},
    {"checker"},
    {"rosters", "configured", "my_people"},
    {"district"},
    {"status"},
    {"mine"},
    {"in_use", "watch", "api"},
    {"app"},
    {"agent_proof"},
    {"native_host", "home_link", "open_page"},
    {"doctor", "native_host_main", "browser_policies"},
    {"tray"},
    {"session"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
"""From the ground up: a room imports from floors below its own, and from itself."""

SIBLINGS = {
    ("people", "detection.fold"),  # roster names are folded just as texts are
    ("people", "detection.names"),  # the types that the roster implements
    ("policy", "detection.term_slots"),  # a slot of a term is looked into just as it is filled
    ("keys", "key_file"),
    ("link", "keys"),
}
"""The only imports between rooms of one floor, each with its reason."""

ONLY_HOME = {
    "presidio_analyzer": "detection",
    "spacy": "detection",
    "thinc": "detection",
    "keyring": "keys",
    "pystray": "tray",
    "flask": "api",
    "waitress": "api",
}
"""Heavy or sensitive libraries and the one room that may know them."""

IMPURE = {"time", "datetime", "os", "pathlib", "socket", "random", "secrets", "sqlite3", "flask", "logging", "io"}


def room(name: str) -> str:
    """The room a module lives in: the first part of its name below `secondlook`."""
    return name.split(".", maxsplit=1)[0]


def floor(name: str) -> int:
    """The floor of a module's room.

    Raises:
        AssertionError: when a new room has not been given a floor.
    """
    for height, rooms in enumerate(FLOORS):
        if room(name) in rooms:
            return height
    raise AssertionError(f"{name}: no floor in FLOORS; give the new room one, and draw it in docs/architecture.md")


def inner(dotted: str) -> str | None:
    """The part below `secondlook`, or None for a library."""
    head, _, rest = dotted.partition(".")
    return rest if head == "secondlook" else None


def known(dotted: str, names: set[str]) -> str | None:
    """The longest module name that `dotted` (a module or a name in it) stands for."""
    below = inner(dotted)
    while below is not None and below not in names:
        below = below.rpartition(".")[0]
    return below


ALL = modules()
NAMES = {module.name for module in ALL}


@pytest.mark.parametrize("module", ALL, ids=lambda module: module.name or "secondlook")
def test_imports_point_down(module: Module):
    """A module imports only from floors below its own, from its own room, or by a named exception."""
    for dotted in module.imports():
        target = known(dotted, NAMES)
        if target is None or target == "" or room(target) == room(module.name):
            continue
        if (room(module.name), target) in SIBLINGS:
            continue
        assert floor(target) < floor(module.name), f"{module.name} may not import {target}"


@pytest.mark.parametrize("module", ALL, ids=lambda module: module.name or "secondlook")
def test_heavy_libraries_have_one_home(module: Module):
    """Presidio, spaCy, keyring, pystray, Flask and waitress are each imported in one room alone."""
    for dotted in module.imports():
        home = ONLY_HOME.get(dotted.split(".")[0])
        assert home in {None, room(module.name)}, f"{dotted} belongs in {home}, not in {module.name}"


@pytest.mark.parametrize("name", ["policy.decide", "detection.detect", "detection.fold"])
def test_the_core_is_pure(name: str):
    """The deciding and detecting core knows no clock, no file, no network and no Flask."""
    module = next(module for module in ALL if module.name == name)
    used = {dotted.split(".")[0] for dotted in module.imports()}
    assert not used & IMPURE

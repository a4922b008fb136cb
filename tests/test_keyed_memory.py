"""The memory of earlier texts: bounded, forgetful, and without a word in it."""

from __future__ import annotations

import gc

from secondlook.keyed_memory import KeyedMemory


def test_the_longest_unused_goes_first():
    """A full memory makes room by the entry that nobody asked for longest."""
    memory: KeyedMemory[int] = KeyedMemory(2)
    one, two, three = (memory.mark(text) for text in ("one", "two", "three"))
    memory.keep(one, 1)
    memory.keep(two, 2)
    assert memory.get(one) == 1
    memory.keep(three, 3)
    assert (memory.get(one), memory.get(two), memory.get(three)) == (1, None, 3)


def test_forgets_everything():
    """After `forget` nothing is known."""
    memory: KeyedMemory[int] = KeyedMemory(2)
    memory.keep(memory.mark("a"), 1)
    memory.forget()
    assert memory.get(memory.mark("a")) is None


def test_marks_are_keyed():
    """The same text has another mark in another memory, so that a mark tells nothing without the key."""
    assert KeyedMemory(1).mark("Emma") != KeyedMemory(1).mark("Emma")


def test_holds_no_text():
    """What the memory reaches is bytes and results, never the text it was asked about; its repr shows nothing of it."""
    memory: KeyedMemory[tuple[int, ...]] = KeyedMemory(4)
    text = "Xochiquetzalina"
    memory.keep(memory.mark(text), (0, 15))
    reached = [item for entry in memory._kept.items() for item in (entry[0], *gc.get_referents(entry[1]))]
    assert not any(isinstance(item, str) for item in reached)
    assert "Xochi" not in repr(memory)

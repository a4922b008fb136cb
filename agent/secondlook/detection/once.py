"""A property that is worked out when first asked for and then kept: `functools.cached_property` without its lock.

Before Python 3.12 that one takes a lock that all texts share. A reading belongs to one check and one thread, so it needs
none. Called by whatever is made of one text.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Once(Generic[T]):
    """The decorator."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self._name = work, work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Once[T]: ...

    @overload
    def __get__(self, owner: object, kind: type) -> T: ...

    def __get__(self, owner: object | None, kind: type) -> Once[T] | T:
        """The value, which from now on lies in the object itself, where Python looks first."""
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._work(owner)
        return value


class OnceIn(Once[T]):
    """The same for work that another module of this room does, which itself imports the owner's: it is found when first asked for.

    Args:
        work: module and function, with a dot between; the function takes the owner.

    """

    def __init__(self, work: str) -> None:
        self._path = work
        self._work = self._find

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def _find(self, owner: Any) -> T:
        module, _, function = self._path.rpartition(".")
        self._work = getattr(import_module(f"secondlook.detection.{module}"), function)
        return self._work(owner)

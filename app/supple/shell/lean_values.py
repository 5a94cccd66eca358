"""Has the methods of a dataclass made when one of them is first called.

Python writes and compiles five of them for each frozen class as it is defined, of which most are
never called before the first picture. What is made is what it would have made at once. Where
another version of Python is made otherwise, nothing here applies.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from typing import Any

LATER = frozenset({"__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"})
"""Not ``__init__``, which nearly all need and others look at."""
_MAKER = "_create_fn"
_KNOWN = ((3, 11), (3, 12))
"""Versions that make each method by one call of ``dataclasses._create_fn``."""

_Method = Callable[..., Any]


def begin() -> None:
    """From here on, for as long as the process lives."""
    make = getattr(dataclasses, _MAKER, None)
    if sys.version_info[:2] in _KNOWN and make is not None and not isinstance(make, _Later):
        setattr(dataclasses, _MAKER, _Later(make))


class _Later:
    def __init__(self, make: Callable[..., _Method]) -> None:
        self._make = make

    def __call__(self, name: str, *args: Any, **rest: Any) -> _Method:
        return (
            _waiting(self._make, name, args, rest)
            if name in LATER
            else self._make(name, *args, **rest)
        )


def _waiting(
    make: Callable[..., _Method], name: str, args: tuple[Any, ...], rest: dict[str, Any]
) -> _Method:
    made: _Method | None = None

    def method(self: object, *given: object) -> Any:
        nonlocal made
        if made is None:
            made = make(name, *args, **rest)
            made.__qualname__ = method.__qualname__
            _put(type(self), name, method, made)
        return made(self, *given)

    method.__name__ = name
    return method


def _put(cls: type, name: str, waiting: _Method, made: _Method) -> None:
    """Let the next call go straight to what was made."""
    for owner in cls.__mro__:
        if owner.__dict__.get(name) is waiting:
            setattr(owner, name, made)

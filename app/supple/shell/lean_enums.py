"""Makes the plain enums of PySide6 in half the time.

Opening a window makes more than a hundred of them, one with 470 members: a tenth of a start.
Python looks at each member for all that may stand in an enum, while PySide6 asks for nothing but
names with whole numbers. What comes out is the same to the last attribute. Flags, everything else,
and every other version of Python are left to Python.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

_KNOWN = (3, 11)
_BASES = (enum.Enum, enum.IntEnum)
_MAKER = "_create_"
_put = type.__setattr__
"""Without the look at its members that an enum takes at each of its attributes."""


def begin() -> None:
    """From here on, for as long as the process lives."""
    make = getattr(enum.EnumType, _MAKER, None)
    if sys.version_info[:2] == _KNOWN and make is not None and make.__module__ == enum.__name__:
        setattr(enum.EnumType, _MAKER, _maker(make))


def _maker(make: Callable[..., Any]) -> Callable[..., Any]:
    def create(
        cls: Any, name: str, names: Any, *, module: str | None = None, **rest: Any
    ) -> type[enum.Enum]:
        if module is None:
            # As Python does it: the module from which the call comes, whose frame is the second.
            module = sys._getframe(2).f_globals.get("__name__")
        made: type[enum.Enum]
        if module is not None and rest.get("type") is None and _is_plain(cls, names):
            made = _create(cls, name, names, module, rest)
        else:
            made = make(cls, name, names, module=module, **rest)
        return made

    return create


def _is_plain(base: type[enum.Enum], names: Any) -> bool:
    """Whether these are only names and whole numbers, and each name is good for a member."""
    if base not in _BASES or type(names) is not list or not names:
        return False
    taken = _taken(base)
    for pair in names:
        if type(pair) is not tuple or len(pair) != 2 or type(pair[0]) is not str:
            return False
        if type(pair[1]) is not int or pair[0][:1] in ("_", "") or pair[0] in taken:
            return False
    return len(dict(names)) == len(names)


@cache
def _taken(base: type[enum.Enum]) -> frozenset[str]:
    """What the enums of this kind have already, so that a member cannot just be put there."""
    return frozenset(("mro", *(name for above in base.__mro__ for name in vars(above))))


def _create(
    base: Any, name: str, names: list[tuple[str, int]], module: str, rest: dict[str, Any]
) -> type[enum.Enum]:
    kind: Any = type(base)
    inside = kind.__prepare__(name, (base,))
    for member, value in names:
        dict.__setitem__(inside, member, _Member(value))
    inside["__module__"] = module
    if rest.get("qualname") is not None:
        inside["__qualname__"] = rest["qualname"]
    made: type[enum.Enum] = kind.__new__(kind, name, (base,), inside, boundary=rest.get("boundary"))
    return made


class _Member:
    """A member to be: made when its class is there. See ``enum._proto_member``."""

    __slots__ = ("_value",)

    def __init__(self, value: int) -> None:
        self._value = value

    def __set_name__(self, cls: Any, name: str) -> None:
        value = self._value
        known = cls._value2member_map_
        member = known.get(value)
        if member is None:
            names = cls._member_names_
            member = cls._new_member_(cls, value) if cls._use_args_ else cls._new_member_(cls)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = cls
            member._sort_order_ = len(names)
            known[value] = member
            names.append(name)
        _put(cls, name, member)
        cls._member_map_[name] = member

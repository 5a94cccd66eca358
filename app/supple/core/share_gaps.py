"""Routines of a shared file that name a stretch which nobody here has, such as one of a later
version: the rest of the file can be taken without them."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from supple.core.format_findings import quote
from supple.core.routine import Catalogue
from supple.core.share import Missing

_NAMELESS: Final = "A routine"


class Rest(NamedTuple):
    """A parsed ``routines.json`` without those routines."""

    value: object
    missing: tuple[Missing, ...] = ()


def without_missing(value: object, known: Catalogue, *, later: bool = False) -> Rest:
    """``value`` without the routines whose steps name what neither it has nor ``known``.

    Of a document in which nothing else stands, and of what is none, it is all of ``value``.
    ``later``: see ``Missing``.
    """
    if not isinstance(value, dict):
        return Rest(value)
    stretches = _groups(value, "stretches")
    there = {*known.stretches, *(id_ for s in stretches if isinstance(id_ := s.get("id"), str))}
    missing: list[Missing] = []
    kept: list[object] = []
    for entry in _list(value, "routines"):
        names = _unknown(entry, there) if isinstance(entry, dict) else ()
        if names:
            missing.append(Missing(_name(entry), names, later))
        else:
            kept.append(entry)
    if not missing or not (kept or stretches):
        return Rest(value)
    return Rest({**value, "routines": kept}, tuple(missing))


def _list(value: dict[str, object], key: str) -> list[Any]:
    found = value.get(key)
    return found if isinstance(found, list) else []


def _groups(value: dict[str, object], key: str) -> list[dict[str, object]]:
    return [entry for entry in _list(value, key) if isinstance(entry, dict)]


def _unknown(routine: dict[str, object], there: set[str]) -> tuple[str, ...]:
    named = (step.get("stretch") for step in _groups(routine, "steps"))
    return tuple(dict.fromkeys(n for n in named if isinstance(n, str) and n not in there))


def _name(routine: dict[str, object]) -> str:
    name = routine.get("name")
    return quote(name.strip())[1:-1] or _NAMELESS if isinstance(name, str) else _NAMELESS

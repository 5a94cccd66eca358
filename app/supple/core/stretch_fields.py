"""One field of a stretch by its name, as a form edits it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from supple.core.routine import Reps, Stretch

T = TypeVar("T")
START_HOLD_S = 30.0
START_REPS = Reps(10, 3.0)
"""What a dose begins with where it had none."""


def value_of(stretch: Stretch, field: str) -> Any:
    """What ``field`` holds: ``name``, ``setup.0``, ``dose.hold_s``, ``dose.reps.count``.

    Raises AttributeError, IndexError or ValueError for a field that is not there.
    """
    value: Any = stretch
    for part in field.split("."):
        value = value[int(part)] if isinstance(value, tuple) else getattr(value, part)
    return value


def changed(stretch: Stretch, field: str, value: object) -> Stretch:
    """``stretch`` with ``value`` in ``field``, named as for ``value_of``. Raises as that does."""
    made: Stretch = _put(stretch, field.split("."), value)
    return made


def _put(holder: Any, parts: list[str], value: object) -> Any:
    if not parts:
        return value
    part, *rest = parts
    if isinstance(holder, tuple):
        place = int(part)
        inner = _put(holder[place], rest, value)
        return (*holder[:place], inner, *holder[place + 1 :])
    return replace(holder, **{part: _put(getattr(holder, part), rest, value)})


def moved(lines: tuple[T, ...], place: int, by: int) -> tuple[T, ...]:
    """``lines`` with the one at ``place`` moved ``by`` places, as far as there are any."""
    target = max(0, min(len(lines) - 1, place + by))
    rest = [line for n, line in enumerate(lines) if n != place]
    return (*rest[:target], lines[place], *rest[target:])


def without(lines: tuple[T, ...], place: int) -> tuple[T, ...]:
    """``lines`` without the one at ``place``."""
    return (*lines[:place], *lines[place + 1 :])

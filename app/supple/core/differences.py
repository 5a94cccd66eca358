"""What differs between two copies of one row of the history, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from supple.core.assessment import Assessment, Check
from supple.core.day_off import DayOff
from supple.core.labels import day
from supple.core.record import SessionRecord

Row: TypeAlias = SessionRecord | Assessment | DayOff
_CHECKS = {
    Check.LEG_RAISE: "Leg raise check",
    Check.SIT_AND_REACH: "Sit and reach check",
    Check.TOE_TOUCH: "Toe touch check",
}


def title(row: Row) -> str:
    """Such as ``Thursday 22 October 2026, 18:30, Desk break``."""
    if isinstance(row, SessionRecord):
        return f"{_moment(row.started_at)}, {_one_line(row.routine_name or row.routine)}"
    if isinstance(row, Assessment):
        return f"{_moment(row.at)}, {_CHECKS[row.check]}"
    return f"{day(row.day)} {row.day.year}, day off"


def differences(ours: Row, theirs: Row) -> tuple[str, ...]:
    """What a person would see differ, such as ``pain after is 3 here, 5 in the file``.

    Empty when nothing does; what only programs look at, such as when a row was changed last,
    is left out. ``ours`` and ``theirs`` are rows of the same kind.
    """
    if isinstance(ours, SessionRecord) and isinstance(theirs, SessionRecord):
        return _session(ours, theirs)
    if isinstance(ours, Assessment) and isinstance(theirs, Assessment):
        return _assessment(ours, theirs)
    if isinstance(ours, DayOff) and isinstance(theirs, DayOff):
        return _both(
            _said("the day", ours, theirs, lambda r: r.day, str),
            _said("the reason", ours, theirs, lambda r: r.off, str),
        )
    return ("it is something else in the file",)


def _session(ours: SessionRecord, theirs: SessionRecord) -> tuple[str, ...]:
    return _both(
        _said("the start", ours, theirs, lambda r: r.started_at, _moment, _at),
        _said("the end", ours, theirs, lambda r: r.ended_at, _moment, _at),
        _said("how it ended", ours, theirs, lambda r: r.ended, _word),
        _said("the routine", ours, theirs, lambda r: r.routine_name or r.routine, _one_line),
        _said("the time held", ours, theirs, lambda r: r.held_s, _minutes),
        _said("pain before", ours, theirs, lambda r: r.pain_before, _rated),
        _said("pain after", ours, theirs, lambda r: r.pain_after, _rated),
        "" if ours.note == theirs.note else "the note differs",
        "" if _steps(ours) == _steps(theirs) else "the single holds differ",
    )


def _assessment(ours: Assessment, theirs: Assessment) -> tuple[str, ...]:
    return _both(
        _said("the check", ours, theirs, lambda r: r.check, lambda c: _CHECKS[c]),
        _said("the time", ours, theirs, lambda r: r.at, _moment, _at),
        _said("left", ours, theirs, lambda r: r.left, _degrees),
        _said("right", ours, theirs, lambda r: r.right, _degrees),
        _said("how it felt", ours, theirs, lambda r: r.feel, _word),
        "" if ours.note == theirs.note else "the note differs",
    )


def _both(*phrases: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in phrases if phrase)


def _said(
    name: str,
    ours: Row,
    theirs: Row,
    read: Callable[..., object],
    show: Callable[..., str],
    alike: Callable[..., object] = lambda value: value,
) -> str:
    """``name is A here, B in the file``; "" where the two are the same."""
    here, there = read(ours), read(theirs)
    if alike(here) == alike(there):
        return ""
    shown, other = show(here), show(there)
    if shown == other:  # less than what is shown of them
        return f"{name} differs a little"
    return f"{name} is {shown} here, {other} in the file"


def _steps(session: SessionRecord) -> list[tuple[object, ...]]:
    return [
        (s.kind, s.stretch, s.side, s.set, s.planned_s, s.held_s, s.completed, s.hurt)
        for s in session.steps
    ]


def _at(instant: datetime | None) -> object:
    # Aware instants are equal in any time zone; a history keeps the one it was in.
    return instant and (instant, instant.utcoffset())


def _moment(instant: datetime | None) -> str:
    return "open" if instant is None else f"{day(instant.date())} {instant:%Y, %H:%M}"


def _word(value: object) -> str:
    return "not said" if value is None else str(value)


def _rated(value: int | None) -> str:
    return "not rated" if value is None else str(value)


def _degrees(value: float | None) -> str:
    return "not measured" if value is None else f"{value:g}°"


def _minutes(held_s: float) -> str:
    minutes, seconds = divmod(round(held_s), 60)
    return f"{minutes}:{seconds:02} min"


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)

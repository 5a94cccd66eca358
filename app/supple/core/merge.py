"""Laying histories together: any order, any number of times, always the same history.

Of one row the state changed last wins as a whole; two changed in the same instant are told apart
by their text, so that every computer picks the same one. A deletion is a state like any other: an
edit made after it wins over it. The holds of a session are laid side by side, as none is ever
taken away, and one that hurt anywhere hurt.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
from typing import Protocol, TypeVar

from supple.core.assessment import Assessment
from supple.core.contents import Contents
from supple.core.day_off import DayOff
from supple.core.record import SessionRecord, StepRecord

_NEVER = datetime.min.replace(tzinfo=UTC)
_WITHOUT_OFFSET = frozenset({"changed_at", "deleted_at"})
"""Instants nobody reads on a wall: only the moment itself is kept."""


class _Row(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def changed_at(self) -> datetime | None: ...


RowT = TypeVar("RowT", bound=_Row)


def merge_session(one: SessionRecord, other: SessionRecord) -> SessionRecord:
    """The session both states of it lead to. Raises ValueError when their ids differ."""
    _same_row(one, other)
    newest = max(one, other, key=lambda row: _age(row, "steps"))
    return replace(newest, steps=merge_steps((*one.steps, *other.steps)))


def merge_assessment(one: Assessment, other: Assessment) -> Assessment:
    """The state changed last. Raises ValueError when their ids differ."""
    _same_row(one, other)
    return max(one, other, key=_age)


def merge_day_off(one: DayOff, other: DayOff) -> DayOff:
    """The state changed last. Raises ValueError when their ids differ."""
    _same_row(one, other)
    return max(one, other, key=_age)


def merge_steps(steps: Iterable[StepRecord]) -> tuple[StepRecord, ...]:
    """Each step once, by the instant it ended, then by id: the order every computer shows."""
    merged: dict[str, StepRecord] = {}
    for step in steps:
        known = merged.get(step.id)
        merged[step.id] = step if known is None else _merge_step(known, step)
    return tuple(sorted(merged.values(), key=lambda s: (s.ended_at or _NEVER, s.id)))


def merge(one: Contents, other: Contents) -> Contents:
    """Everything of both; a row that stands twice in one of them is merged as well."""
    return Contents(
        _merged((*one.sessions, *other.sessions), merge_session, _with_steps_in_order),
        _merged((*one.assessments, *other.assessments), merge_assessment),
        _merged((*one.days_off, *other.days_off), merge_day_off),
    )


def canonical(row: object, *without: str) -> str:
    """A text that is equal for two rows exactly when all they hold is, offsets included.

    ``row`` is one of the records of this package; ``without`` names fields that do not count.
    """
    values = [_plain(f.name, getattr(row, f.name)) for f in fields(row) if f.name not in without]  # type: ignore[arg-type]
    return json.dumps(values)


def _merge_step(one: StepRecord, other: StepRecord) -> StepRecord:
    greater = max(one, other, key=lambda step: canonical(step, "hurt"))
    return replace(greater, hurt=one.hurt or other.hurt)


def _merged(
    rows: Iterable[RowT],
    merge_two: Callable[[RowT, RowT], RowT],
    alone: Callable[[RowT], RowT] = lambda row: row,
) -> tuple[RowT, ...]:
    found: dict[str, RowT] = {}
    for row in rows:
        known = found.get(row.id)
        found[row.id] = alone(row) if known is None else merge_two(known, row)
    return tuple(sorted(found.values(), key=attrgetter("id")))


def _with_steps_in_order(session: SessionRecord) -> SessionRecord:
    steps = merge_steps(session.steps)
    return session if steps == session.steps else replace(session, steps=steps)


def _same_row(one: _Row, other: _Row) -> None:
    if one.id != other.id:
        raise ValueError(f"not the same row: {one.id} and {other.id}")


def _age(row: _Row, *without: str) -> tuple[datetime, str]:
    return row.changed_at or _NEVER, canonical(row, *without)


def _plain(name: str, value: object) -> object:
    # Numbers come back from a file as other types (60 as 60.0) and zones as other objects,
    # and none of that may decide which row is the greater one.
    if isinstance(value, datetime):
        utc = value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
        return utc if name in _WITHOUT_OFFSET else [utc, _offset_min(value)]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, tuple):
        return [canonical(step) for step in value]
    return value


def _offset_min(instant: datetime) -> int:
    return round((instant.utcoffset() or timedelta()) / timedelta(minutes=1))

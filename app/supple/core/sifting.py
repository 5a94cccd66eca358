"""What of the rows read out of a damaged file is news, and can be believed.

Nothing tells a text of which one letter was damaged from one that was written so. Therefore what
a sound copy knows stands, unless the row was changed after the copy was made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

from supple.core.assessment import Assessment
from supple.core.contents import Contents
from supple.core.day_off import DayOff
from supple.core.record import SessionRecord, StepRecord

SLACK = timedelta(days=1)
"""Clocks are set wrong; what lies further in the future was damaged."""
LONGEST = timedelta(days=2)
"""No hold of a session ends later after its beginning."""
LONGEST_HOLD_S = 6 * 3600.0

RowT = TypeVar("RowT", Assessment, DayOff)


@dataclass(frozen=True, slots=True)
class Known:
    """What the sound copy has of the rows that are asked about."""

    contents: Contents = field(default=Contents())
    steps: Collection[str] = frozenset()
    """Ids of steps it has, in whichever session."""
    begun: Collection[datetime] = frozenset()
    """The instants its sessions began."""


def sift(found: Contents, known: Known, now: datetime) -> Contents:
    """The rows of ``found`` that say more than ``known`` does, as they are to be merged into it."""
    sessions = {session.id: session for session in known.contents.sessions}
    sifted = (_session(row, sessions, known, now) for row in found.sessions)
    return Contents(
        tuple(session for session in sifted if session is not None),
        _newer(found.assessments, {row.id: row for row in known.contents.assessments}, now),
        _newer(found.days_off, {row.id: row for row in known.contents.days_off}, now),
    )


def _session(
    found: SessionRecord, sessions: Mapping[str, SessionRecord], known: Known, now: datetime
) -> SessionRecord | None:
    ours = sessions.get(found.id)
    whole = replace(found, steps=tuple(step for step in found.steps if _possible(step, found)))
    new = _new_steps(whole.steps, ours.steps if ours else (), known.steps)
    if ours is None:
        # Its id was damaged: under its true one it is known, with all its holds.
        known_by_another = found.started_at in known.begun or (found.steps and not new)
        if known_by_another or not believable(found.started_at, now):
            return None
        return replace(_with_end(whole, now), steps=new)
    if _is_newer(whole, ours, now):
        hurt = {step.id for step in whole.steps if step.hurt}
        kept = tuple(replace(s, hurt=s.hurt or s.id in hurt) for s in ours.steps)
        return replace(whole, steps=(*kept, *new))
    return replace(ours, steps=(*ours.steps, *new)) if new else None


def _new_steps(
    found: Iterable[StepRecord], ours: Iterable[StepRecord], known: Collection[str]
) -> tuple[StepRecord, ...]:
    """The steps of ``found`` that are not known, by their ids or by all else they say.

    Of one step two states may be read, the id damaged in one of them: it was held once.
    """
    seen = {_without_id(step) for step in ours}
    new: list[StepRecord] = []
    for step in found:
        if step.id not in known and _without_id(step) not in seen:
            seen.add(_without_id(step))
            new.append(step)
    return tuple(new)


def _without_id(step: StepRecord) -> StepRecord:
    return replace(step, id="", hurt=False)


def _with_end(session: SessionRecord, now: datetime) -> SessionRecord:
    """One whose last change was damaged into the future would win over every later edit."""
    changed = session.changed_at
    if changed is None or believable(changed, now):
        return session
    return replace(session, changed_at=session.ended_at or session.started_at)


def _possible(step: StepRecord, session: SessionRecord) -> bool:
    if not 0 <= step.held_s <= LONGEST_HOLD_S or step.ended_at is None:
        return False
    return -SLACK <= step.ended_at - session.started_at <= LONGEST


def _newer(rows: tuple[RowT, ...], known: Mapping[str, RowT], now: datetime) -> tuple[RowT, ...]:
    return tuple(
        row
        for row in rows
        if row.changed_at is not None
        and believable(row.changed_at, now)
        and (row.id not in known or _is_newer(row, known[row.id], now))
    )


def _is_newer(found: SessionRecord | RowT, known: SessionRecord | RowT, now: datetime) -> bool:
    if found.changed_at is None or not believable(found.changed_at, now):
        return False
    return known.changed_at is None or found.changed_at > known.changed_at


def believable(at: datetime, now: datetime) -> bool:
    """Whether Supple can have written that instant."""
    return at.year >= 2000 and at <= now + SLACK

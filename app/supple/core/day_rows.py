"""The rows of "Today's plan": the times of the day, and what was done besides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from supple.core.breaks.times import FixedTime
from supple.core.day_plan import Held, Planned, day_plan, to_come

if TYPE_CHECKING:
    from supple.core.choice import Choice
    from supple.core.my_plan import Known
    from supple.core.offer import Offer
    from supple.core.record import SessionRecord
    from supple.core.today import Done


NEAR_MIN = 60
"""Minutes before a time, and after it."""


@dataclass(frozen=True, slots=True)
class DayTimes:
    """The times of the plan, and what is needed to tell them."""

    now: datetime
    """With the offset of the place."""
    times: Collection[FixedTime]
    usual: Collection[int]
    """Weekdays with breaks, 0 Monday to 6 Sunday."""
    known: Known
    day_ends_h: int = 0
    leads: bool = True
    """Whether what is near is offered before all else."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A time of today, or a session that was not planned."""

    at: str
    """Such as ``20:00``."""
    name: str
    detail: str
    """Such as ``9 min, mat and strap``."""
    routine: str = ""
    """Id of what to start; "" where it is done or hurt, or nothing may be."""
    done: Done | None = None
    next: bool = False
    near: bool = False
    """Whether it is to be started, and its time is less than ``NEAR_MIN`` away."""
    read_first: bool = False
    """True when one of its stretches has a red caution, and nobody asked about that yet."""


@dataclass(frozen=True, slots=True)
class DayRows:
    """All of it."""

    rows: tuple[PlanRow, ...] = ()
    to_come: int = 0
    """Times that are still to come today."""
    open: int = 0
    """Times without a session, also those that went by."""

    def led(self, choices: Sequence[Choice]) -> Sequence[Choice]:
        """``choices`` with what the plan has near now before all else."""
        row = lead(self.rows)
        chosen = next((c for c in choices if row is not None and c.routine == row.routine), None)
        if row is None or chosen is None:
            return choices
        why = f"Up next, {row.at}" if row.next else f"In your plan, {row.at}"
        return (replace(chosen, why=why), *(c for c in choices if c is not chosen))

    def besides(self, offers: Sequence[Offer]) -> tuple[Offer, ...]:
        """``offers`` without what is in the plan of the day anyway."""
        planned = {row.routine for row in self.rows}
        return tuple(offer for offer in offers if offer.routine not in planned)


def day_rows(
    day: DayTimes, today: date, sessions: Sequence[SessionRecord], done: Sequence[Done]
) -> DayRows:
    """The rows of ``today``; none without a time of the plan.

    ``sessions`` are those of the day that count, ``done`` the same in words.
    """
    held = [Held(s.started_at, s.routine) for s in sessions]
    offered = {offer.routine for offer in day.known.offers}
    plan = day_plan(day.times, day.usual, today, day.now, held, offered, day.day_ends_h)
    if not plan:
        return DayRows()
    counted = {row.done for row in plan}
    now = _minute(day.now, today)
    rows = []
    for row in plan:
        if row.done is None:
            told = _open(row, day.known, now)
        else:
            told = _held(row, day.known, sessions[row.done].routine, done[row.done])
        rows.append((row.minute, told))
    for n, session in enumerate(sessions):
        if n not in counted:
            rows.append((_minute(session.started_at, today), _besides(done[n])))
    ordered = tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))
    return DayRows(ordered, to_come(plan), sum(row.done is None for row in plan))


def lead(rows: Sequence[PlanRow]) -> PlanRow | None:
    """What is to be offered first, as its time is near: what comes before what went by."""
    near = [row for row in rows if row.near]
    return next((row for row in near if row.next), near[-1] if near else None)


def _held(row: Planned, known: Known, routine: str, one: Done) -> PlanRow:
    """What was broken off may be begun again, unless it hurt."""
    told = PlanRow(row.fixed.clock, one.name, f"At {one.at}, {one.detail}", done=one)
    offer = next((o for o in known.offers if o.routine == routine), None)
    if offer is None or not one.early or one.hurt:
        return told
    detail = f"{one.how} at {one.at}, {one.detail}"
    read_first = offer.read_first and known.unanswered
    return replace(told, detail=detail, routine=routine, read_first=read_first)


def _open(row: Planned, known: Known, now: int) -> PlanRow:
    fixed = row.fixed
    offer = known.offer(fixed)
    if offer is None:
        return PlanRow(fixed.clock, "Nothing for now", "Your safety answers leave nothing")
    detail = _detail(offer)
    if fixed.routine and offer.routine != fixed.routine:
        name = known.gone.get(fixed.routine, "what is gone")
        detail = f"{offer.minutes}, in place of {name}"
    near = abs(row.minute - now) < NEAR_MIN
    return PlanRow(
        fixed.clock,
        offer.name,
        detail,
        offer.routine,
        next=row.next,
        near=near,
        read_first=offer.read_first and known.unanswered,
    )


def _detail(offer: Offer) -> str:
    """Such as ``9 min, mat and strap``, or the place where nothing is needed."""
    *others, last = offer.equipment.lower().split(", ")
    if not last or "chair" in offer.place:
        return offer.detail
    things = f"{', '.join(others)} and {last}" if others else last
    return f"{offer.minutes}, {things}"


def _besides(done: Done) -> PlanRow:
    return PlanRow(done.at, done.name, done.detail, done=done)


def _minute(when: datetime, today: date) -> int:
    return (when.date() - today).days * 24 * 60 + when.hour * 60 + when.minute

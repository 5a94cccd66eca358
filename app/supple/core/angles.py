"""Leg raises over time, and what may be said of them.

Nothing is said to have changed within the error of one reading, 3.3 degrees (see
:mod:`supple.core.flexibility`). Each leg's latest check is compared with its first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from supple.core import labels
from supple.core.assessment import Assessment, Check
from supple.core.flexibility import LEAST_CHANGE_DEG, changed
from supple.core.history_view import AnglePoint
from supple.core.routine import Side


def angle_points(assessments: Iterable[Assessment], today: date) -> tuple[AnglePoint, ...]:
    """Every leg raise that measured a leg and is not deleted, from old to new."""
    measured = sorted(
        (
            a
            for a in assessments
            if a.check is Check.LEG_RAISE
            and a.deleted_at is None
            and (a.left is not None or a.right is not None)
        ),
        key=lambda a: (a.at, a.id),
    )
    return tuple(AnglePoint(a.day, a.left, a.right, _text(a, today)) for a in measured)


def angle_line(points: Sequence[AnglePoint], today: date) -> str:
    """What changed since the first check, or that nothing did beyond the error; "" without any."""
    legs = [leg for leg in (_leg(points, side) for side in (Side.LEFT, Side.RIGHT)) if leg]
    if not legs:
        return "One check so far. The next one can show a change." if points else ""
    told = [_told(leg) for leg in legs]
    since = [labels.date_of(leg.since, today) for leg in legs]
    unclear = [leg for leg in legs if leg.gained is None]
    error = f"a check can be off by {labels.degrees(LEAST_CHANGE_DEG)}"
    if len(set(since)) > 1:
        text = ", ".join(f"{leg} since {day}" for leg, day in zip(told, since, strict=True))
    elif len(unclear) == 2:
        return f"No clear change since the first check on {since[0]}: {error}."
    else:
        text = f"since the first check on {since[0]}: {', '.join(told)}"
    text = f"{text[:1].upper()}{text[1:]}."
    return f"{text} {error[:1].upper()}{error[1:]}." if unclear else text


@dataclass(frozen=True, slots=True)
class _Leg:
    side: Side
    since: date
    """Its first check."""
    gained: float | None
    """Degrees since then; None when it is within the error."""


def _leg(points: Sequence[AnglePoint], side: Side) -> _Leg | None:
    """How a leg changed from its first check to its last; None before its second one."""
    found = [(p.day, p.left if side is Side.LEFT else p.right) for p in points]
    measured = [(day, angle) for day, angle in found if angle is not None]
    if len(measured) < 2:
        return None
    (since, first), (_, last) = measured[0], measured[-1]
    return _Leg(side, since, changed(first, last))


def _told(leg: _Leg) -> str:
    if leg.gained is None:
        return f"{leg.side} no clear change"
    return f"{leg.side} {'up' if leg.gained > 0 else 'down'} {labels.degrees(abs(leg.gained))}"


def _text(check: Assessment, today: date) -> str:
    parts = [labels.short_day(check.day, today)]
    for side, angle in (("left", check.left), ("right", check.right)):
        if angle is not None:
            parts.append(f"{side} {labels.degrees(angle)}")
    return ", ".join(parts)

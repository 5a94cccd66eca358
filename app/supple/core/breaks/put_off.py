"""A break that was put off, over a restart of the program."""

from __future__ import annotations

from dataclasses import replace

from supple.core.breaks.due import Due, Stage
from supple.core.breaks.event import Reason
from supple.core.breaks.hours import LATE_S
from supple.core.breaks.look import Look
from supple.core.breaks.memory import PutOff
from supple.core.breaks.times import FixedTime


def put_off_of(due: Due, look: Look, until: float, sat_s: float) -> PutOff:
    """``due`` as it is put off at ``look`` until a monotonic instant; ``sat_s``: work so far."""
    for_s = until - look.at
    return PutOff(
        look.utc + for_s,
        for_s,
        due.reason,
        due.occasion,
        due.clock,
        due.snoozes,
        due.unanswered,
        sat_s,
        due.routine,
    )


def joined(kept: PutOff, fixed: FixedTime) -> PutOff:
    """``kept`` once ``fixed`` has come while it is put off: the same break, by another name."""
    return replace(
        kept,
        reason=Reason.FIXED,
        occasion=fixed.occasion,
        clock=fixed.clock,
        routine=fixed.routine,
    )


def taken_up(kept: PutOff, look: Look, rest_s: float) -> Due | None:
    """What is due at the first ``look`` after a restart; None when it is let go.

    Put off still, it comes at the same instant. One whose time passed meanwhile is due, unless
    it passed so long ago that nobody can have worked on (``rest_s``), or that a fixed time is
    too old to ask.
    """
    left_s = min(kept.until - look.utc, kept.for_s)
    late_s = max(0.0, -left_s)
    if late_s >= (rest_s if kept.reason is not Reason.FIXED else LATE_S):
        return None
    due = Due(kept.reason, look.at - late_s, kept.occasion, kept.clock, kept.routine)
    due.snoozes, due.unanswered = kept.snoozes, kept.unanswered
    if left_s > 0:
        due.stage, due.until = Stage.SNOOZED, look.at + left_s
    return due


def sat_from(kept: PutOff, look: Look) -> float:
    """Since when somebody works without a rest, in seconds of the monotonic clock."""
    left_s = min(kept.until - look.utc, kept.for_s)
    return look.at - (kept.sat_s + kept.for_s - left_s)

"""What comes next, and when to look again.

Between two looks nothing is asked of the desktop. ``deadline`` is the earliest instant at which
anything can change that no signal tells of.
"""

from __future__ import annotations

from dataclasses import dataclass

from supple.core.breaks.due import Stage
from supple.core.breaks.standing import Standing

SOON_S = 60.0
"""Seconds before a prompt at which it is announced inside the program."""
LONGEST_WAIT_S = 15 * 60.0
"""Seconds between two looks: a clock set anew or another time zone is noticed by then."""

NIGHT_S = 4 * 3600.0
"""Seconds from which on nobody sits through until the hours begin: they begin rested, and the
count anew."""


@dataclass(frozen=True, slots=True, order=True)
class Coming:
    """The next prompt if nothing changes."""

    at: float
    """Seconds of the monotonic clock."""
    occasion: str = ""
    routine: str = ""
    """Id of the routine that was chosen for it; "" for what fits."""
    key: str = ""
    """Of the fixed time that it is, see ``times.key_of``; "" for another."""


def coming(now: Standing) -> Coming | None:
    """The next prompt; None when that cannot be said: one stands there, or is held back."""
    due = now.due
    if due is not None:
        if due.stage is Stage.SNOOZED and due.until is not None:
            return Coming(due.until, due.occasion, due.routine)
        waits = due.stage is Stage.DUE and now.look.at < now.spaced_until
        return Coming(now.spaced_until, due.occasion, due.routine) if waits else None
    if not now.rules.on:
        return None
    both = (_next_interval(now), _next_fixed(now))
    return min((one for one in both if one is not None), default=None)


def deadline(now: Standing) -> float | None:
    """When to look again at the latest, in seconds of the monotonic clock; None: never."""
    due, at = now.due, now.look.at
    if not now.rules.on and due is None:
        return None
    ends = [at + LONGEST_WAIT_S]
    following = coming(now)
    if following is not None:
        ends += [end for end in (following.at - SOON_S, following.at) if end > at]
    if due is not None and due.until is not None:
        ends.append(due.until)
    if not now.in_break:
        ends.append(now.presence.next_look(now.rules.rest_s))
        ends += _clock_ends(now)
    if due is not None and due.stage is Stage.DUE and due.holds:
        ends.append(due.next_look(now.look))
    return max(min(ends), at)


def _clock_ends(now: Standing) -> list[float]:
    """When the wall clock changes something."""
    fixed = now.hours.next_fixed(now.look.utc, now.memory.done)
    instants = (
        now.memory.paused_until,
        now.hours.end_of_range(now.look.utc) if now.due is not None else None,
        fixed.at if fixed is not None else None,
    )
    return [now.monotonic(utc) for utc in instants if utc is not None]


def _next_interval(now: Standing) -> Coming | None:
    if now.presence.away or not now.rules.interval:
        return None
    at = max(now.count_from + now.rules.every_s, now.spaced_until, now.look.at)
    if now.memory.paused_until is not None:
        at = max(at, now.monotonic(now.memory.paused_until))
    utc = now.look.utc + (at - now.look.at)
    if now.hours.end_of_range(utc) is not None:
        return Coming(at)
    begin = now.hours.next_begin(utc)
    if begin is None:
        return None
    anew = begin + now.rules.every_s
    rested = begin - now.look.utc >= NIGHT_S and now.hours.end_of_range(anew) is not None
    return Coming(now.monotonic(anew if rested else begin))


def _next_fixed(now: Standing) -> Coming | None:
    after = max(now.look.utc, now.memory.paused_until or now.look.utc)
    fixed = now.hours.next_fixed(after, now.memory.done)
    if fixed is None:
        return None
    at = max(now.monotonic(fixed.at), now.spaced_until)
    return Coming(at, fixed.fixed.occasion, fixed.fixed.routine, fixed.key)

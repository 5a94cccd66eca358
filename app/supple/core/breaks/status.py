"""Where breaks stand, for the tray, a menu and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from supple.core.breaks import words
from supple.core.breaks.coming import coming
from supple.core.breaks.due import Due, Stage
from supple.core.breaks.policy import Breaks


class Phase(StrEnum):
    """What the tray shows."""

    OFF = "off"
    PAUSED = "paused"
    OUTSIDE = "outside"
    """No more prompts in these hours."""
    WAITING = "waiting"
    AWAY = "away"
    HELD = "held"
    PROMPT = "prompt"
    SNOOZED = "snoozed"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Status:
    """True at the instant of the newest look."""

    phase: Phase
    text: str
    """For a menu that opens now: ``Next break in 12 min``."""
    tip: str
    """The same in times of day, which stays true without looking again."""
    next_in_s: float | None = None
    """Seconds to the next prompt if nothing changes; None when that cannot be said."""
    held: tuple[str, ...] = ()
    """What holds a prompt back, in words."""
    sat_s: float = 0.0
    """Seconds of work since the last rest."""
    when: str = ""
    """The time of the next prompt, such as ``14:30`` or ``Monday 09:00``; "" where none comes."""


def status_of(breaks: Breaks) -> Status:
    """Where ``breaks`` stand."""
    look, due = breaks.look, breaks.due
    sat_s = 0.0 if breaks.presence.away else look.at - breaks.sat_from
    if due is not None:
        return _with_due(breaks, due, sat_s)
    if not breaks.rules.on:
        text = words.BARRED if breaks.rules.barred else "Breaks are off"
        return Status(Phase.OFF, text, text)
    following = coming(breaks)
    next_in_s = None if following is None else following.at - look.at
    if breaks.memory.paused_until is not None:
        text = "No more breaks today"
        if not breaks.memory.today:
            text = f"Paused until {_moment(breaks, breaks.memory.paused_until)}"
        return Status(Phase.PAUSED, text, text, next_in_s, sat_s=sat_s)
    if breaks.presence.away and breaks.inside and breaks.rules.interval:
        return Status(Phase.AWAY, _AWAY, _AWAY, next_in_s)
    if next_in_s is None:
        text = "No breaks planned"
        return Status(Phase.OUTSIDE, text, text, sat_s=sat_s)
    when = _moment(breaks, look.utc + next_in_s)
    if not breaks.inside and breaks.rules.interval:
        text = f"Outside your hours, next break {when}"
        return Status(Phase.OUTSIDE, text, text, next_in_s, sat_s=sat_s, when=when)
    text, tip = f"Next break in {words.wait(next_in_s)}", f"Next break at about {when}"
    if next_in_s >= _FAR_S:
        text = tip = f"Next break {when}"
    return Status(Phase.WAITING, text, tip, next_in_s, sat_s=sat_s, when=when)


_AWAY = "You are away, the count starts anew"
_FAR_S = 6 * 3600.0
"""A wait longer than this is told as a time."""


def _with_due(breaks: Breaks, due: Due, sat_s: float) -> Status:
    left_s = None if due.until is None else due.until - breaks.look.at
    if due.stage is Stage.BREAK:
        return Status(Phase.BREAK, "On a break", "On a break")
    if due.stage is Stage.PROMPT:
        text = "Time to loosen up"
        return Status(Phase.PROMPT, text, text, 0.0, sat_s=sat_s)
    if due.stage is Stage.SNOOZED and left_s is not None:
        when = _moment(breaks, breaks.look.utc + left_s)
        text = f"Snoozed until {when}"
        return Status(Phase.SNOOZED, text, text, left_s, sat_s=sat_s, when=when)
    held = tuple(words.HOLDS[hold] for hold in due.holds)
    text = words.held(due.holds) if held else "A break is due"
    return Status(Phase.HELD, text, text, held=held, sat_s=sat_s)


def _moment(breaks: Breaks, utc: float) -> str:
    zone = breaks.hours.zone
    return words.moment(_minute(zone.local(utc)), zone.local(breaks.look.utc).date())


def _minute(when: datetime) -> datetime:
    return when.replace(second=0, microsecond=0)

"""What is said about breaks."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from supple.core import labels
from supple.core.breaks.due import Due
from supple.core.breaks.event import Hold, Reason, Wait
from supple.core.breaks.look import Busy

HOLDS: dict[Hold, str] = {
    Busy.FULL_SCREEN: "full screen",
    Busy.PRESENTING: "presentation",
    Busy.MICROPHONE: "microphone in use",
    Busy.DO_NOT_DISTURB: "do not disturb",
    Busy.AWAKE: "a program keeps the screen on",
    Wait.LOCKED: "screen locked",
    Wait.AWAY: "you are away",
    Wait.TYPING: "waiting for a pause in typing",
}


BARRED = "No breaks: your safety answers leave nothing to start"


class Wish(StrEnum):
    """What can be asked for from outside the window, as the command line has it."""

    NOW = "now"
    SNOOZE = "snooze"
    SKIP = "skip"
    STATUS = "status"


def minutes(seconds: float) -> str:
    """Whole minutes, the seconds left out: ``1 minute``, ``1 hour 5 minutes``."""
    hours, rest = divmod(int(seconds / 60), 60)
    parts = [labels.plural(hours, "hour")] if hours else []
    if rest or not hours:
        parts.append(labels.plural(rest, "minute"))
    return " ".join(parts)


def why_now(due: Due, sat_s: float) -> str:
    """Why a prompt comes now. ``sat_s``: seconds of work since the last rest."""
    if due.short:
        return "Even one minute helps."
    if due.reason is Reason.FIXED:
        if due.snoozes:
            return "You put this off a little while ago."
        return f"It is {due.clock}, the time you chose."
    return f"You have been sitting for {minutes(sat_s)}."


def wait(seconds: float) -> str:
    """How long something takes to come: ``12 min``, ``1 h 5 min``."""
    left = max(1, round(seconds / 60))
    hours, rest = divmod(left, 60)
    parts = [f"{hours} h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} min")
    return " ".join(parts)


def moment(when: datetime, today: date) -> str:
    """A time of day, with the weekday when it is another day: ``14:30``, ``Monday 09:00``."""
    clock = f"{when:%H:%M}"
    return clock if when.date() == today else f"{labels.weekday(when.date())} {clock}"


def held(holds: tuple[Hold, ...]) -> str:
    """Such as ``Held back: full screen``."""
    if holds == (Wait.TYPING,):
        return "Break due: " + HOLDS[Wait.TYPING]
    return "Held back: " + ", ".join(HOLDS[hold] for hold in holds)


def answer(wish: Wish, done: bool, state: str) -> str:
    """What the command line says. ``state`` is the status after the wish, ``done`` whether it
    changed anything."""
    if wish is Wish.NOW:
        return "The break begins." if done else f"{state}."
    if wish is Wish.SNOOZE:
        return f"{state}." if done else f"No break to snooze. {state}."
    if wish is Wish.SKIP:
        return f"Skipped. {state}." if done else f"No break to skip. {state}."
    return f"{state}."

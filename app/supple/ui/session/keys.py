"""Which key does what, state by state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from supple.core.command import Command
from supple.core.event import PauseReason
from supple.core.snapshot import Phase, Snapshot
from supple.core.warning import Sign


class Mode(StrEnum):
    """The page's state as the keys need it."""

    ASKED = "asked"
    """It is asked how the back feels before."""
    MUCH_PAIN = "much-pain"
    """The answer was much, and has another question."""
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    STOP_ASKED = "stop-asked"
    HURTS = "hurts"
    WARNED = "warned"
    """A warning sign was told: which one?"""
    ADVISED = "advised"
    """What to do about it."""
    SUMMARY = "summary"
    OVER = "over"


class Act(StrEnum):
    """What the page does that is no command to the session."""

    VOICE = "voice"
    FULL_SCREEN = "full-screen"
    SAVE = "save"
    BEGIN = "begin"
    """Start without an answer."""
    NOT_NOW = "not-now"
    GENTLY = "gently"
    WARN = "warn"
    """One of the warning signs is there."""
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Rate:
    """A number of the pain scale."""

    pain: int


@dataclass(frozen=True, slots=True)
class Tell:
    """Which warning sign it is; None for none."""

    sign: Sign | None


Action = Command | Act | Rate | Tell

_ALWAYS: dict[str, Action] = {"F11": Act.FULL_SCREEN}
_WITH_VOICE: dict[str, Action] = {**_ALWAYS, "M": Act.VOICE}
_MOVES: dict[str, Action] = {
    **_WITH_VOICE,
    "Left": Command.PREVIOUS,
    "Right": Command.NEXT,
    "R": Command.AGAIN,
    "H": Command.HURTS,
    "Esc": Command.ASK_STOP,
    "+": Command.LONGER,
    "=": Command.LONGER,
    "Up": Command.LONGER,
    "-": Command.SHORTER,
    "Down": Command.SHORTER,
}
_NUMBERS: dict[str, Action] = {
    **{str(number): Rate(number) for number in range(10)},
    "X": Rate(10),
}
KEYS: Mapping[Mode, Mapping[str, Action]] = {
    Mode.ASKED: {
        **_WITH_VOICE,
        **_NUMBERS,
        "Space": Act.BEGIN,
        "Return": Act.BEGIN,
        "Enter": Act.BEGIN,
        "Esc": Act.NOT_NOW,
    },
    # The careful way first: a number pressed twice does not start anything.
    Mode.MUCH_PAIN: {
        **_WITH_VOICE,
        "1": Act.NOT_NOW,
        "2": Act.GENTLY,
        "Esc": Act.NOT_NOW,
    },
    Mode.READY: {**_WITH_VOICE, "Space": Command.START, "Esc": Command.ASK_STOP},
    Mode.RUNNING: {**_MOVES, "Space": Command.PAUSE},
    Mode.PAUSED: {**_MOVES, "Space": Command.RESUME},
    Mode.STOP_ASKED: {
        **_WITH_VOICE,
        "Return": Command.STOP,
        "Enter": Command.STOP,
        "Space": Command.RESUME,
        "Esc": Command.GO_BACK,
        "H": Command.HURTS,
    },
    # Space is left out on purpose: nobody goes on into pain by habit.
    Mode.HURTS: {
        **_WITH_VOICE,
        "1": Command.EASE_OFF,
        "2": Command.SKIP_STRETCH,
        "3": Command.STOP,
        "4": Command.PASSED,
        "5": Act.WARN,
    },
    Mode.WARNED: {
        **_WITH_VOICE,
        **{str(number): Tell(sign) for number, sign in enumerate(Sign, 1)},
        "3": Tell(None),
    },
    Mode.ADVISED: {
        **_WITH_VOICE,
        "Return": Act.LEAVE,
        "Enter": Act.LEAVE,
        "Esc": Act.LEAVE,
    },
    Mode.SUMMARY: {
        **_ALWAYS,
        **_NUMBERS,
        "Return": Act.SAVE,
        "Enter": Act.SAVE,
    },
    Mode.OVER: _ALWAYS,
}
"""Qt's names of the keys, and what each does."""


def mode_of(snapshot: Snapshot) -> Mode:
    """The state of the page that shows ``snapshot``."""
    if snapshot.phase is Phase.DONE:
        return Mode.OVER
    if snapshot.phase is Phase.READY:
        return Mode.READY
    if snapshot.phase is not Phase.PAUSED:
        return Mode.RUNNING
    if snapshot.pause_reason is PauseReason.HURTS:
        return Mode.HURTS
    if snapshot.pause_reason is PauseReason.STOP_ASKED:
        return Mode.STOP_ASKED
    return Mode.PAUSED

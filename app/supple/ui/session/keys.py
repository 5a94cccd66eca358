"""Which key does what, state by state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from supple.core.command import Command
from supple.core.event import PauseReason
from supple.core.session_keys import KeyMap, SessionKey
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
    ONWARD = "onward"
    """The ring to the next answer."""
    BACKWARD = "backward"
    TAKE = "take"
    """Give the answer that has the ring; without one, what ``OTHERWISE`` says."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A number of the pain scale."""

    pain: int


@dataclass(frozen=True, slots=True)
class Tell:
    """Which warning sign it is; None for none."""

    sign: Sign | None


Action = Command | Act | Rate | Tell

_ALWAYS: dict[SessionKey, Action] = {SessionKey.FULL_SCREEN: Act.FULL_SCREEN}
_WITH_VOICE: dict[SessionKey, Action] = {**_ALWAYS, SessionKey.VOICE: Act.VOICE}
_RING: dict[SessionKey, Action] = {
    SessionKey.NEXT: Act.ONWARD,
    SessionKey.PREVIOUS: Act.BACKWARD,
    SessionKey.CONFIRM: Act.TAKE,
}
_ANSWERS: dict[SessionKey, Action] = {**_WITH_VOICE, **_RING}
_MOVES: dict[SessionKey, Action] = {
    **_WITH_VOICE,
    SessionKey.PREVIOUS: Command.PREVIOUS,
    SessionKey.NEXT: Command.NEXT,
    SessionKey.AGAIN: Command.AGAIN,
    SessionKey.HURTS: Command.HURTS,
    SessionKey.STOP: Command.ASK_STOP,
    SessionKey.LONGER: Command.LONGER,
    SessionKey.SHORTER: Command.SHORTER,
}
_TAUGHT: Mapping[Mode, Mapping[SessionKey, Action]] = {
    Mode.ASKED: {
        **_ANSWERS,
        SessionKey.PAUSE: Act.BEGIN,
        SessionKey.STOP: Act.NOT_NOW,
    },
    Mode.MUCH_PAIN: {**_ANSWERS, SessionKey.STOP: Act.NOT_NOW},
    Mode.READY: {
        **_WITH_VOICE,
        SessionKey.PAUSE: Command.START,
        SessionKey.STOP: Command.ASK_STOP,
    },
    Mode.RUNNING: {**_MOVES, SessionKey.PAUSE: Command.PAUSE},
    Mode.PAUSED: {**_MOVES, SessionKey.PAUSE: Command.RESUME},
    Mode.STOP_ASKED: {
        **_WITH_VOICE,
        SessionKey.CONFIRM: Command.STOP,
        SessionKey.PAUSE: Command.RESUME,
        SessionKey.STOP: Command.GO_BACK,
        SessionKey.HURTS: Command.HURTS,
    },
    # Going on is left out on purpose: nobody goes on into pain by habit.
    Mode.HURTS: _ANSWERS,
    Mode.WARNED: _ANSWERS,
    Mode.ADVISED: {
        **_WITH_VOICE,
        SessionKey.CONFIRM: Act.LEAVE,
        SessionKey.STOP: Act.LEAVE,
    },
    Mode.SUMMARY: {**_ALWAYS, **_RING},
    Mode.OVER: _ALWAYS,
}
"""What works in each state, by the key a person may have taught for it."""
OTHERWISE: Mapping[Mode, Act] = {Mode.ASKED: Act.BEGIN, Mode.SUMMARY: Act.SAVE}
"""What ``Act.TAKE`` does where no answer has the ring, or it was given already."""
_NUMBERS: dict[str, Action] = {
    **{str(number): Rate(number) for number in range(10)},
    "X": Rate(10),
}
_FIXED: Mapping[Mode, Mapping[str, Action]] = {
    Mode.ASKED: _NUMBERS,
    # The careful way first: a number pressed twice does not start anything.
    Mode.MUCH_PAIN: {"1": Act.NOT_NOW, "2": Act.GENTLY},
    Mode.HURTS: {
        "1": Command.EASE_OFF,
        "2": Command.SKIP_STRETCH,
        "3": Command.STOP,
        "4": Command.PASSED,
        "5": Act.WARN,
    },
    Mode.WARNED: {
        **{str(number): Tell(sign) for number, sign in enumerate(Sign, 1)},
        "3": Tell(None),
    },
    Mode.SUMMARY: _NUMBERS,
}
"""Answers: nobody can give these keys away."""


def keys_of(mode: Mode, keys: KeyMap) -> dict[str, Action]:
    """Qt's names of the keys that work in ``mode``, and what each does."""
    made = dict(_FIXED.get(mode, {}))
    for act, action in _TAUGHT[mode].items():
        made.update((name, action) for key in keys.heard(act) for name in _names(key))
    return made


def _names(key: str) -> tuple[str, ...]:
    """Qt tells the two Enter keys apart."""
    return (key, key.removesuffix("Enter") + "Return") if key.endswith("Enter") else (key,)


KEYS: Mapping[Mode, Mapping[str, Action]] = {mode: keys_of(mode, KeyMap()) for mode in Mode}
"""The keys of somebody who has taught none."""


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

"""Which key does what in a session: the usual ones, and those a person has taught.

Whoever lies on a mat with a presenter remote, a pedal or a page turner cannot choose what its
buttons send, so every act takes one key of one's own. It comes before the usual one and does not
put it out of use: a remote that is flat, or left at home, leaves the keyboard as it was known.
Only a usual key that was given to another act is gone, and its own act then has another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from supple.core.key_names import brief, canonical, cap, spoken


class SessionKey(StrEnum):
    """What a key can do in a session, whatever that is called in its states."""

    PAUSE = "pause"
    NEXT = "next"
    PREVIOUS = "previous"
    AGAIN = "again"
    LONGER = "longer"
    SHORTER = "shorter"
    HURTS = "hurts"
    VOICE = "voice"
    STOP = "stop"
    FULL_SCREEN = "full-screen"
    CONFIRM = "confirm"


USUAL: Mapping[SessionKey, tuple[str, ...]] = {
    SessionKey.PAUSE: ("Space",),
    SessionKey.NEXT: ("Right",),
    SessionKey.PREVIOUS: ("Left",),
    SessionKey.AGAIN: ("R",),
    SessionKey.LONGER: ("+", "=", "Up"),
    SessionKey.SHORTER: ("-", "Down"),
    SessionKey.HURTS: ("H",),
    SessionKey.VOICE: ("M",),
    SessionKey.STOP: ("Esc",),
    SessionKey.FULL_SCREEN: ("F11",),
    SessionKey.CONFIRM: ("Enter",),
}
"""The keys everybody has; the first of each is the one that is shown."""
NAMES: Mapping[SessionKey, str] = {
    SessionKey.PAUSE: "Pause",
    SessionKey.NEXT: "Next",
    SessionKey.PREVIOUS: "Back",
    SessionKey.AGAIN: "Again",
    SessionKey.LONGER: "10 s longer",
    SessionKey.SHORTER: "10 s shorter",
    SessionKey.HURTS: "Something hurts",
    SessionKey.VOICE: "Voice on, off",
    SessionKey.STOP: "Stop",
    SessionKey.FULL_SCREEN: "Full screen",
    SessionKey.CONFIRM: "Confirm",
}
"""What each is called in a sentence."""

_NUMBERS = "Numbers answer how your back feels and what hurts, so they stay."
_KEPT: Mapping[str, str] = {
    "Esc": "Esc always stops, or leaves, so it stays.",
    "X": "X is the ten of the pain scale, so it stays.",
    "Tab": "Tab goes from one thing to the next, so it stays.",
    "Shift+Tab": "Shift Tab goes back to the thing before, so it stays.",
    "F1": "F1 shows all keys, so it stays.",
    "Ctrl+Z": "Ctrl Z takes the last change back, so it stays.",
    "Ctrl+Q": "Ctrl Q closes the program, so it stays.",
    "Ctrl+F": "Ctrl F searches the library, so it stays.",
    "Ctrl+,": "Ctrl , opens the settings, so it stays.",
    **{f"Ctrl+{n}": f"Ctrl {n} turns to a page, so it stays." for n in range(1, 10)},
    "Alt+F4": "Alt F4 closes windows, so it stays.",
    "Alt+Tab": "Alt Tab goes to another window, so it stays.",
    "Backspace": "Backspace brings back the usual key here, so it stays.",
    "Del": "Del brings back the usual key here, so it stays.",
    **{str(number): _NUMBERS for number in range(10)},
}
"""Keys that cannot be taught, with the reason."""


class Refused(Exception):
    """Says in a sentence why a key stays what it is."""


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Every act has a key to show, no two acts the same one."""

    own: tuple[tuple[SessionKey, str], ...] = ()
    """What was taught, in the order of ``SessionKey``; never an act's first usual key."""

    def shown(self, act: SessionKey) -> str:
        """The key a cap shows for ``act``: one's own, else the usual one."""
        return dict(self.own).get(act, USUAL[act][0])

    def cap(self, act: SessionKey) -> str:
        """The shown key as a list has it: ``Page Down``."""
        return cap(self.shown(act))

    def brief(self, act: SessionKey) -> str:
        """The shown key as a button has it: ``PgDn``."""
        return brief(self.shown(act))

    def spoken(self, act: SessionKey) -> str:
        """The shown key as it is read out: ``right arrow``."""
        return spoken(self.shown(act))

    def heard(self, act: SessionKey) -> tuple[str, ...]:
        """Every key that does ``act``, the shown one first."""
        taken = {self.shown(other) for other in SessionKey if other is not act}
        usual = (key for key in USUAL[act] if key not in taken)
        return tuple(dict.fromkeys((self.shown(act), *usual)))

    def act_of(self, key: str) -> SessionKey | None:
        """What ``key``, in its canonical form, does; None for nothing."""
        return next((act for act in SessionKey if key in self.heard(act)), None)

    def is_own(self, act: SessionKey) -> bool:
        """Whether ``act`` has another key than the usual one."""
        return act in dict(self.own)

    def entries(self) -> tuple[str, ...]:
        """As the settings keep it: ``next PgDown``."""
        return tuple(f"{act.value} {key}" for act, key in self.own)


Keys = TypeVar("Keys")


@dataclass(frozen=True, slots=True)
class Taught(Generic[Keys]):
    """What came of teaching a key."""

    keys: Keys
    told: str
    """What is different now, in one or two sentences."""


def refusal(key: str) -> str:
    """Why ``key`` cannot be taught, in a sentence; "" where it can.

    Raises ValueError where ``key`` names no key.
    """
    return _KEPT.get(canonical(key), "")


def teach(keys: KeyMap, act: SessionKey, key: str) -> Taught[KeyMap]:
    """Have ``key`` do ``act``.

    Whatever it did before goes back to its own usual key, or where that is the very key, takes
    the one ``act`` had: the two are swapped. Raises Refused for a key that stays what it is, and
    ValueError where ``key`` names no key.
    """
    key = canonical(key)
    why = refusal(key)
    if why and key != USUAL[act][0]:
        raise Refused(why)
    before = keys.shown(act)
    if key == before:
        return Taught(keys, f"{cap(key)} is {NAMES[act]} already.")
    other = keys.act_of(key)
    own = {**dict(keys.own), act: key}
    if other is None or other is act:
        return Taught(_made(own), f"{cap(key)} is {NAMES[act]} now.")
    if keys.shown(other) == key:
        own.pop(other, None)
        if USUAL[other][0] in {_shown(own, one) for one in SessionKey if one is not other}:
            if _KEPT.get(before):
                raise Refused(
                    f"{cap(key)} is {NAMES[other]}, which has no other key. Teach that one first."
                )
            own[other] = before
    made = _made(own)
    there = f"{NAMES[other]} is {cap(made.shown(other))}."
    return Taught(made, f"{cap(key)} is {NAMES[act]} now. {there}")


def forget(keys: KeyMap, act: SessionKey) -> Taught[KeyMap]:
    """Give ``act`` its usual key back; an act that had it gets its own back, or this one's."""
    usual = USUAL[act][0]
    if not keys.is_own(act):
        return Taught(keys, f"{cap(usual)} is the usual key for {NAMES[act]}.")
    return teach(keys, act, usual)


def by_number(question: str, keys: KeyMap) -> str:
    """``question``, which ends in "Press a number.", for whoever may have none at hand.

    That is who has taught a key that goes from answer to answer.
    """
    if not keys.is_own(SessionKey.NEXT):
        return question
    on, takes = keys.cap(SessionKey.NEXT), keys.cap(SessionKey.CONFIRM)
    return f"{question.removesuffix('.')}, or {on} and {takes}."


def start_key(entries: Iterable[str]) -> str:
    """The key taught for "Start, or confirm", by its canonical name; "" for the usual one."""
    keys = key_map(entries)
    return keys.shown(SessionKey.CONFIRM) if keys.is_own(SessionKey.CONFIRM) else ""


def key_map(entries: Iterable[str]) -> KeyMap:
    """What settings have kept, without what is wrong in it; see :func:`read`."""
    return read(entries)[0]


def read(entries: Iterable[str]) -> tuple[KeyMap, tuple[str, ...]]:
    """The keys of ``entries``, and those of the entries that cannot be."""
    own: dict[SessionKey, str] = {}
    written: dict[SessionKey, str] = {}
    wrong: list[str] = []
    for entry in entries:
        found = _entry(entry)
        if found is None or found[0] in own or found[1] in own.values():
            wrong.append(entry)
            continue
        act, key = found
        own[act] = key
        written[act] = entry
    # What two acts would show goes back to the one whose usual key it is.
    while twice := _twice(own):
        del own[twice]
        wrong.append(written[twice])
    return _made(own), tuple(wrong)


def _twice(own: Mapping[SessionKey, str]) -> SessionKey | None:
    for act, key in own.items():
        if any(key == _shown(own, other) for other in SessionKey if other is not act):
            return act
    return None


def _entry(text: str) -> tuple[SessionKey, str] | None:
    name, _, key = text.partition(" ")
    try:
        act, key = SessionKey(name), canonical(key)
    except ValueError:
        return None
    return None if key in _KEPT or key == USUAL[act][0] else (act, key)


def _shown(own: Mapping[SessionKey, str], act: SessionKey) -> str:
    return own.get(act, USUAL[act][0])


def _made(own: Mapping[SessionKey, str]) -> KeyMap:
    return KeyMap(
        tuple((act, own[act]) for act in SessionKey if own.get(act, USUAL[act][0]) != USUAL[act][0])
    )

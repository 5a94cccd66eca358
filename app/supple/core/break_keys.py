"""The two keys for breaks that work in any program, the usual ones or others.

Such a key is taken from every other program, so it is one that hardly any of them uses: with two
modifiers held, or one of the keys that only extra buttons send. Each act has one key, as two
would be taken for nothing; without it there are still the tray and the command.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from supple.core.key_names import canonical, cap, parts, spoken
from supple.core.session_keys import Refused, Taught


class BreakKey(StrEnum):
    """What can be done about a break from anywhere."""

    START = "start"
    SNOOZE = "snooze"


USUAL: Mapping[BreakKey, str] = {
    BreakKey.START: "Ctrl+Alt+B",
    BreakKey.SNOOZE: "Ctrl+Alt+S",
}
NAMES: Mapping[BreakKey, str] = {
    BreakKey.START: "Start a break",
    BreakKey.SNOOZE: "Snooze",
}
"""What each is called in a sentence."""

EXTRA = frozenset(
    (
        *(f"F{number}" for number in range(13, 36)),
        "Media Next",
        "Media Previous",
        "Media Pause",
        "Media Stop",
        "Media Record",
        "Toggle Media Play/Pause",
    )
)
"""Keys of extra buttons: they need nothing held."""
HELD = frozenset(
    (
        *"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
        *(f"F{number}" for number in range(1, 13)),
        *("Home", "End", "PgUp", "PgDown", "Left", "Right", "Up", "Down"),
        *("Space", "Enter", "Ins", "Pause"),
    )
)
"""Keys that need two modifiers."""
_FIRM = {"Ctrl", "Alt", "Meta"}


@dataclass(frozen=True, slots=True)
class BreakKeys:
    """Both acts have a key, never the same one."""

    own: tuple[tuple[BreakKey, str], ...] = ()
    """What was taught; never an act's usual key."""

    def shown(self, act: BreakKey) -> str:
        """The key of ``act``."""
        return dict(self.own).get(act, USUAL[act])

    def cap(self, act: BreakKey) -> str:
        """As a list has it: ``Ctrl Alt B``."""
        return cap(self.shown(act))

    def spoken(self, act: BreakKey) -> str:
        """As it is read out."""
        return spoken(self.shown(act))

    def is_own(self, act: BreakKey) -> bool:
        """Whether ``act`` has another key than the usual one."""
        return act in dict(self.own)

    def act_of(self, key: str) -> BreakKey | None:
        """What ``key``, in its canonical form, does; None for nothing."""
        return next((act for act in BreakKey if self.shown(act) == key), None)

    @property
    def line(self) -> str:
        """What both do, in a line: ``Ctrl Alt B starts, Ctrl Alt S snoozes``."""
        return f"{self.cap(BreakKey.START)} starts, {self.cap(BreakKey.SNOOZE)} snoozes"

    def entries(self) -> tuple[str, ...]:
        """As the settings keep it: ``start Ctrl+Alt+N``."""
        return tuple(f"{act.value} {key}" for act, key in self.own)


def refusal(key: str) -> str:
    """Why ``key`` cannot be taken from other programs, in a sentence; "" where it can.

    Raises ValueError where it names no key.
    """
    held, name = parts(key)
    if name in EXTRA:
        return ""
    if name not in HELD:
        return f"{cap(key)} cannot be had from other programs."
    if len(held) < 2 or not held & _FIRM:
        return "Other programs lose this key: hold Ctrl and Alt with it."
    if {"Ctrl", "Alt"} <= held and name[0] == "F" and len(name) > 1:
        return "Ctrl Alt and an F key go to another console."
    return ""


def teach(keys: BreakKeys, act: BreakKey, key: str) -> Taught[BreakKeys]:
    """Have ``key`` do ``act``; the other act takes this one's key where it had that.

    Raises Refused for a key that cannot be had, and ValueError where it names none.
    """
    key = canonical(key)
    why = refusal(key)
    if why:
        raise Refused(why)
    before, other = keys.shown(act), keys.act_of(key)
    if other is act:
        return Taught(keys, f"{cap(key)} is {NAMES[act]} already.")
    own = {**dict(keys.own), act: key}
    if other is not None:
        own[other] = before
    told = f"{cap(key)} is {NAMES[act]} now."
    rest = f" {NAMES[other]} is {cap(before)}." if other is not None else ""
    return Taught(_made(own), told + rest)


def forget(keys: BreakKeys, act: BreakKey) -> Taught[BreakKeys]:
    """Give ``act`` its usual key back; an act that had it takes this one's."""
    if not keys.is_own(act):
        return Taught(keys, f"{cap(USUAL[act])} is the usual key for {NAMES[act]}.")
    return teach(keys, act, USUAL[act])


def break_keys(entries: Iterable[str]) -> BreakKeys:
    """What settings have kept, without what is wrong in it; see :func:`read`."""
    return read(entries)[0]


def read(entries: Iterable[str]) -> tuple[BreakKeys, tuple[str, ...]]:
    """The keys of ``entries``, and those of the entries that cannot be."""
    own: dict[BreakKey, str] = {}
    written: dict[BreakKey, str] = {}
    wrong: list[str] = []
    for entry in entries:
        found = _entry(entry)
        if found is None or found[0] in own:
            wrong.append(entry)
        else:
            own[found[0]] = found[1]
            written[found[0]] = entry
    while len({own.get(act, USUAL[act]) for act in BreakKey}) < len(BreakKey):
        # The last of the two goes back to its usual key.
        last = list(own)[-1]
        del own[last]
        wrong.append(written[last])
    return _made(own), tuple(wrong)


def _entry(text: str) -> tuple[BreakKey, str] | None:
    name, _, key = text.partition(" ")
    try:
        act, key = BreakKey(name), canonical(key)
    except ValueError:
        return None
    return None if refusal(key) or key == USUAL[act] else (act, key)


def _made(own: Mapping[BreakKey, str]) -> BreakKeys:
    kept = ((act, own.get(act, USUAL[act])) for act in BreakKey)
    return BreakKeys(tuple((act, key) for act, key in kept if key != USUAL[act]))

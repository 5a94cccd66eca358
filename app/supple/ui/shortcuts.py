"""Every key there is, in groups by the place it is heard in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supple.core.break_keys import BreakKey, BreakKeys
from supple.core.key_names import cap
from supple.core.session_keys import USUAL, KeyMap, SessionKey


@dataclass(frozen=True, slots=True)
class Key:
    """One key, as its cap shows it, and what it does."""

    cap: str
    does: str
    also: str = ""
    """The cap of another that does the same; "" for none."""


@dataclass(frozen=True, slots=True)
class Group:
    """The keys of one place."""

    where: str
    keys: tuple[Key, ...]


DOES: Mapping[SessionKey, str] = {
    SessionKey.PAUSE: "Pause, go on",
    SessionKey.NEXT: "Next, or start now",
    SessionKey.PREVIOUS: "Back",
    SessionKey.AGAIN: "Again",
    SessionKey.LONGER: "10 s longer",
    SessionKey.SHORTER: "10 s shorter",
    SessionKey.HURTS: "Something hurts",
    SessionKey.VOICE: "Voice on, off",
    SessionKey.STOP: "Stop, asks once",
    SessionKey.FULL_SCREEN: "Full screen",
    SessionKey.CONFIRM: "Start, or confirm",
}
"""What the keys do that can be taught, in a list."""


def session(keys: KeyMap) -> Group:
    """The keys of a session, as somebody has taught them."""
    acts = (act for act in SessionKey if act is not SessionKey.CONFIRM)
    return Group("In a session", tuple(_key(keys, act, DOES[act]) for act in acts))


def hurts(keys: KeyMap) -> Group:
    """Those of its answers; the ring is for whoever has no numbers at hand."""
    back, on = keys.cap(SessionKey.PREVIOUS), keys.cap(SessionKey.NEXT)
    takes = keys.cap(SessionKey.CONFIRM)
    return Group(
        "When something hurts",
        (
            Key("1", "Ease off"),
            Key("2", "Skip this stretch"),
            Key("3", "Stop for today"),
            Key("4", "It has passed"),
            Key("5", "A warning sign: get help"),
            Key(f"{back} {on}", f"To an answer; {takes} takes it"),
        ),
    )


def summary(keys: KeyMap) -> Group:
    """Those before and after it."""
    return Group(
        "Before and after a session",
        (
            Key("0 to 9", "How your back feels"),
            Key("X", "Ten, the worst"),
            _key(keys, SessionKey.CONFIRM, "Start, or save and close"),
            _key(keys, SessionKey.STOP, "Do not start"),
        ),
    )


def legs(keys: KeyMap) -> Group:
    """Those while a leg is checked: some do there what they do in a session."""
    return Group(
        "While a leg is checked",
        (
            Key("\N{UPWARDS ARROW} \N{DOWNWARDS ARROW}", "One degree more or less"),
            Key("Shift", "With an arrow: five degrees"),
            Key("0 to 9", "Type the degrees"),
            Key("Home", "Flat"),
            _key(keys, SessionKey.AGAIN, "Hear it again"),
            _key(keys, SessionKey.VOICE, "Voice on, off"),
            _key(keys, SessionKey.CONFIRM, "Save"),
            Key("Esc", "Back"),
        ),
    )


def prompt(keys: KeyMap) -> Group:
    """Those of a prompt: what starts a session does so there, beside Enter."""
    own = keys.shown(SessionKey.CONFIRM)
    start = Key("Enter", "Start")
    if keys.is_own(SessionKey.CONFIRM) and own != "S":
        start = Key(cap(own), "Start", "Enter")
    others = (Key("S", "Snooze"), Key("Esc", "Skip"))
    return Group("When a break is due, once it was clicked", (start, *others))


def works_too(keys: KeyMap, act: SessionKey) -> str:
    """The cap of the usual key where another is shown for ``act``; "" where it works no more."""
    usual = USUAL[act][0]
    return cap(usual) if keys.is_own(act) and usual in keys.heard(act) else ""


def _key(keys: KeyMap, act: SessionKey, does: str) -> Key:
    return Key(keys.cap(act), does, works_too(keys, act))


def breaks(keys: BreakKeys) -> Group:
    """Those for breaks."""
    where = "In any program, if switched on"
    return Group(where, tuple(Key(keys.cap(act), BREAKS_DO[act]) for act in BreakKey))


BREAKS_DO: Mapping[BreakKey, str] = {
    BreakKey.START: "Start a break now",
    BreakKey.SNOOZE: "Snooze the break that is due",
}
"""The same for breaks."""
SESSION = session(KeyMap())
HURTS = hurts(KeyMap())
SUMMARY = summary(KeyMap())
ANYWHERE = Group(
    "Anywhere else",
    (
        Key("Ctrl 1 ...", "The pages, from the top"),
        Key("Ctrl ,", "Settings"),
        Key("Ctrl F", "Search the library"),
        Key("Enter", "Press what has the ring"),
        Key("Del", "Delete a session"),
        Key("Ctrl Z", "Bring a session back"),
        Key("F1", "These keys"),
        Key("F11", "Full screen"),
        Key("Ctrl Q", "Close, asks in a session"),
    ),
)
BREAKS = breaks(BreakKeys())
EDITOR = Group(
    "In the routine editor",
    (
        Key("Alt \N{UPWARDS ARROW} \N{DOWNWARDS ARROW}", "Move the row"),
        Key("Ctrl D", "A second row like it"),
        Key("Del", "Take the row out"),
        Key("Ctrl Z", "Undo"),
        Key("Ctrl Shift Z", "Redo"),
        Key("Ctrl S", "Save"),
        Key("Esc", "Back, asks about changes"),
    ),
)
STRETCH = Group(
    "While a stretch is written",
    (
        Key("Enter", "A new line below"),
        Key("Backspace", "Take an empty line out"),
        Key("Alt \N{UPWARDS ARROW} \N{DOWNWARDS ARROW}", "Move the line"),
        Key("Ctrl Z", "Undo"),
        Key("Ctrl Y", "Redo"),
        Key("Ctrl S", "Save"),
        Key("Esc", "Back, asks about changes"),
    ),
)
POSE = Group(
    "While a pose is made",
    (
        Key("Tab", "From joint to joint"),
        Key("\N{UPWARDS ARROW} \N{DOWNWARDS ARROW}", "Turn or lift it a little"),
        Key("\N{LEFTWARDS ARROW} \N{RIGHTWARDS ARROW}", "Move it to a side"),
        Key("Shift", "With an arrow: five times as far"),
        Key("1", "The start"),
        Key("2", "The stretch"),
        Key("P", "Play it"),
        Key("Ctrl Z", "Undo"),
        Key("Ctrl Shift Z", "Redo"),
        Key("Esc", "Back, asks about changes"),
    ),
)
LEGS = legs(KeyMap())
PROMPT = prompt(KeyMap())
CHARTS = Group(
    "In a chart, and in the map of the year",
    (
        Key("\N{LEFTWARDS ARROW} \N{RIGHTWARDS ARROW}", "From point to point"),
        Key("Home, End", "The first, the last"),
        Key("Ctrl C", "Copy it as a table"),
    ),
)
GROUPS = (SESSION, HURTS, SUMMARY, ANYWHERE)
"""What all of a usual window is filled with; the rest comes by scrolling."""
EDITING = (EDITOR, STRETCH, POSE, ANYWHERE)
"""What is of use while a routine or a stretch is edited."""
_TAUGHT = (session, hurts, summary, prompt, legs)
"""Groups with keys that can be taught."""
EVERY = (SESSION, HURTS, SUMMARY, BREAKS, PROMPT, EDITOR, STRETCH, POSE, LEGS, CHARTS, ANYWHERE)


def all_from(
    first: Sequence[Group], keys: KeyMap | None = None, for_breaks: BreakKeys | None = None
) -> tuple[Group, ...]:
    """Every group, those of ``first`` at the top.

    ``keys`` and ``for_breaks`` are those that were taught.
    """
    own = keys or KeyMap()
    made = (*(of(own) for of in _TAUGHT), breaks(for_breaks or BreakKeys()))
    taught = {group.where: group for group in made}
    groups = (*first, *(group for group in EVERY if group not in first))
    return tuple(taught.get(group.where, group) for group in groups)

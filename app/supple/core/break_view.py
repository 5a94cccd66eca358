"""What the break prompt and its settings show, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from supple.core.breaks.event import Prompt
from supple.core.breaks.look import Busy
from supple.core.breaks.status import Phase, Status
from supple.core.breaks.times import clock, range_of
from supple.core.offer import Offer

TITLE = "Time to loosen up"

BUSY_NAMES: dict[Busy, tuple[str, str]] = {
    Busy.FULL_SCREEN: ("While an app is full screen", "Films, slides, games"),
    Busy.PRESENTING: ("While a presentation runs", "As the system tells it"),
    Busy.MICROPHONE: ("While the microphone is in use", "Calls and meetings"),
    Busy.DO_NOT_DISTURB: ("Follow the system's Do not disturb", ""),
    Busy.AWAKE: ("While a program keeps the screen on", "Films, and music in a browser"),
}
"""What each sense is called in the settings, and a hint."""


@dataclass(frozen=True, slots=True)
class PromptView:
    """One prompt on the screen."""

    routine: str
    """Id."""
    name: str
    minutes: str
    """Such as ``4 min``."""
    figure: str
    """Id of the picture; "" for none."""
    why: str
    """The sentence that says why now."""
    snooze_min: int
    shows_s: float
    """Seconds it stays when nobody answers."""
    closes_at: float
    """When it goes, in seconds of the monotonic clock."""
    title: str = TITLE
    anywhere: str = ""
    """What the keys for any program do, in a line; "" where there are none."""


def prompt_view(
    prompt: Prompt, offer: Offer, *, anywhere: str = "", instead: str = ""
) -> PromptView:
    """``prompt`` with the routine it is to start; ``anywhere``: see ``PromptView``.

    ``instead``: why the routine that was chosen for the time does not come, "" where it does.
    """
    return PromptView(
        offer.routine,
        offer.name,
        offer.minutes,
        offer.figure,
        prompt_why(prompt, offer, instead),
        prompt.snooze_min,
        prompt.shows_s,
        prompt.closes_at,
        anywhere=anywhere,
    )


def prompt_why(prompt: Prompt, offer: Offer, instead: str = "") -> str:
    """The sentence that says why now, and what is to come; see :func:`prompt_view`."""
    if prompt.short:
        return prompt.why
    if instead:
        return f"{instead} {offer.name} comes instead."
    if prompt.routine and prompt.routine == offer.routine:
        return f"It is {prompt.clock}, the time you chose for {offer.name}."
    return _evening(offer) if prompt.occasion == "bedtime" else prompt.why


def _evening(offer: Offer) -> str:
    """Such as ``Your mat and strap, and 9 quiet minutes.``"""
    number, _, unit = offer.minutes.partition(" ")
    quiet = f"{number} quiet {'minute' if number == '1' else 'minutes'}"
    if unit != "min":
        quiet = "a quiet minute"
    if not offer.equipment:
        return f"{quiet[:1].upper()}{quiet[1:]} before bed."
    *others, last = offer.equipment.lower().split(", ")
    things = f"{', '.join(others)} and {last}" if others else last
    return f"Your {things}, and {quiet}."


def hides_in(left_s: float) -> str:
    """Such as ``Hides by itself in 0:48``; seconds that have begun count as whole ones."""
    left = max(0, -int(-left_s // 1))
    minutes, seconds = divmod(left, 60)
    return f"Hides by itself in {minutes}:{seconds:02}"


def in_short(reason: str) -> str:
    """Why something cannot be told, in words for somebody who never heard of the services.

    What exactly was asked is told by ``supple doctor``.
    """
    if not reason:
        return ""
    causes = [part.rpartition(": ")[2] for part in reason.split("; ")]
    found = [plain for mark, plain in _PLAIN if any(mark in cause for cause in causes)]
    return found[0] if found else "the system does not tell"


_PLAIN = (
    ("Wayland", "Wayland keeps it from programs"),
    ("no sound server", "no sound service runs"),
    ("no way is known", "this system does not tell"),
    ("no X11 display", "the desktop does not tell"),
    ("only for", "this system does not tell"),
)
"""What stands in a reason, and what is said of it; the first that fits."""


@dataclass(frozen=True, slots=True)
class SenseView:
    """One thing that may hold a prompt back."""

    kind: Busy
    reason: str = ""
    """Why it cannot be told on this computer; "" where it can."""


@dataclass(frozen=True, slots=True)
class DeskView:
    """What of breaks is to be had on this computer. Each text is a reason why not, or ""."""

    senses: tuple[SenseView, ...] = tuple(SenseView(kind) for kind in Busy)
    idle: str = ""
    """Whether somebody is at the computer."""
    prompt: str = ""
    """A window of our own on top; without it the system's notification comes."""
    tray: str = ""
    autostart: str = ""
    keys: str = ""
    """Keys that work in any program."""


def paused_until(status: Status) -> str:
    """What the settings say of a pause; "" while there is none."""
    if status.phase is not Phase.PAUSED:
        return ""
    return f"{status.text}. Today and the tray end the pause."


def overlapping(ranges: Sequence[str]) -> str:
    """What is to be said of hours that stand within others; "" where each adds some.

    Two ranges that only meet or overlap at their ends are fine: breaks come in both.
    """
    spans = [range_of(text) for text in ranges]
    for place, inner in enumerate(spans):
        for other, outer in enumerate(spans):
            if other != place and outer.begin <= inner.begin and inner.last <= outer.last:
                name, whole = (f"{clock(s.begin)} to {clock(s.end)}" for s in (inner, outer))
                return f"{name} adds nothing: it lies within {whole}."
    return ""

"""What the break prompt and its settings show, as values."""

from __future__ import annotations

from dataclasses import dataclass

from supple.core.breaks.event import Prompt
from supple.core.breaks.look import Busy
from supple.core.today import Offer

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


def prompt_view(prompt: Prompt, offer: Offer) -> PromptView:
    """``prompt`` with the routine it is to start."""
    evening = prompt.occasion == "bedtime" and not prompt.short
    return PromptView(
        offer.routine,
        offer.name,
        offer.minutes,
        offer.figure,
        _evening(offer) if evening else prompt.why,
        prompt.snooze_min,
        prompt.shows_s,
        prompt.closes_at,
    )


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
    """A reason with each cause once and without the names of the services that were asked.

    From ``power service: no session bus; login service: no session bus`` it makes
    ``no session bus``.
    """
    causes = (part.rpartition(": ")[2] for part in reason.split("; "))
    return ", ".join(dict.fromkeys(causes))


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

"""What the first start asks of reminders: breaks at the desk, one before bed, and the log-in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from supple.core.breaks.kinds import DAYS
from supple.core.breaks.times import FixedTime, fixed_of, minute_of
from supple.core.choice import BEDTIME
from supple.core.offer import Offer
from supple.core.settings import MOST_BREAK_TIMES, Settings

_EVENING = "20:00"


@dataclass(frozen=True, slots=True)
class Reminders:
    """The choices as they stand; the defaults are those of a new user."""

    breaks: bool = True
    """Whether breaks are asked for at all."""
    every_min: int = 50
    """Minutes of work between breaks."""
    hours: str = "09:00-17:30"
    """The first range of the day, as settings have it."""
    days: tuple[str, ...] = DAYS[:5]
    evening: bool = False
    """Whether a time before bed asks as well. Counts only with ``breaks``."""
    evening_at: str = _EVENING
    """``HH:MM``."""
    with_system: bool = False
    """Whether the program starts when the person logs in."""

    @property
    def has_evening(self) -> bool:
        """Whether something comes before bed: nothing does while breaks are off."""
        return self.breaks and self.evening


@dataclass(frozen=True, slots=True)
class Prospect:
    """What the reminders would bring with the answers given, and what is not to be had here."""

    work: Offer | None = None
    """A break at the desk."""
    evening: Offer | None = None
    """Something before bed."""
    no_start: str = ""
    """Why the program cannot start with the computer; "" where it can."""


def reminders_of(settings: Settings) -> Reminders:
    """What ``settings`` hold of it."""
    evening = next((fixed_of(text) for text in settings.break_times if _is_evening(text)), None)
    return Reminders(
        settings.breaks_on,
        settings.break_every_min,
        settings.break_ranges[0],
        settings.break_days,
        evening is not None,
        _EVENING if evening is None else evening.clock,
        settings.start_with_system,
    )


def reminded(chosen: Reminders, settings: Settings) -> Settings:
    """``settings`` with what was chosen; ranges and times that were not asked for stay."""
    return replace(
        settings,
        breaks_on=chosen.breaks,
        break_every_min=chosen.every_min,
        break_ranges=_once([chosen.hours, *settings.break_ranges[1:]]),
        break_times=_times(chosen, settings.break_times),
        start_with_system=chosen.with_system,
    )


def work_hint(chosen: Reminders, offer: Offer | None) -> str:
    """Such as ``A small prompt, 5 min, Monday to Friday``."""
    return ", ".join(["A small prompt", *([offer.minutes] if offer else []), _days(chosen.days)])


def evening_hint(chosen: Reminders, offer: Offer | None) -> str:
    """Such as ``8 min, on the floor, every day``."""
    if not chosen.breaks:
        return "Comes with the desk breaks"
    return f"{offer.detail}, every day" if offer else "Every day"


def _times(chosen: Reminders, before: tuple[str, ...]) -> tuple[str, ...]:
    if not chosen.breaks:
        return before
    asked = [text for text in before if _is_evening(text)]
    if not chosen.evening:
        return tuple(text for text in before if text not in asked)
    minute = minute_of(chosen.evening_at)
    if not asked:
        return (*before, FixedTime(minute, BEDTIME).text)[:MOST_BREAK_TIMES]
    # Its days and its routine stay as they were.
    wanted = replace(fixed_of(asked[0]), minute=minute).text
    return _once([wanted if text == asked[0] else text for text in before])


def _is_evening(text: str) -> bool:
    return fixed_of(text).occasion == BEDTIME


def _once(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _days(days: tuple[str, ...]) -> str:
    if days == DAYS:
        return "every day"
    return "Monday to Friday" if days == DAYS[:5] else "on the days you chose"

"""What a person chose for breaks at the desk."""

from __future__ import annotations

from dataclasses import dataclass

from supple.core.breaks.look import Busy
from supple.core.breaks.times import DAYS, FixedTime, Range, fixed_of, range_of
from supple.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Rules:
    """Every choice the policy goes by; the defaults are those of a new user."""

    on: bool = True
    interval: bool = True
    """Whether breaks come after a time of work; the fixed times ask either way."""
    every_s: float = 50 * 60.0
    """Seconds of work after which a break is due."""
    rest_s: float = 5 * 60.0
    """Seconds away after which the count of work starts anew."""
    snooze_min: int = 5
    days: frozenset[int] = frozenset(range(5))
    """Weekdays with breaks, 0 Monday to 6 Sunday."""
    ranges: tuple[Range, ...] = (Range(9 * 60, 17 * 60 + 30),)
    times: tuple[FixedTime, ...] = ()
    busy: frozenset[Busy] = frozenset(Busy) - {Busy.AWAKE}
    """What holds a prompt back."""
    wait_for_pause: bool = True
    """Whether a prompt waits until nobody types."""
    day_ends_h: int = 0
    """Local hour up to which "not today" lasts, 0 to 6."""
    barred: bool = False
    """Whether breaks are off because the safety answers leave nothing to start."""

    def comes_on(self, fixed: FixedTime, weekday: int) -> bool:
        """Whether ``fixed`` asks on a day, 0 Monday to 6 Sunday."""
        return weekday in fixed.days_in(self.days)


def rules_of(settings: Settings) -> Rules:
    """The rules that ``settings`` hold."""
    return Rules(
        on=settings.breaks_on,
        interval=settings.break_interval,
        every_s=settings.break_every_min * 60.0,
        rest_s=settings.break_rest_min * 60.0,
        snooze_min=settings.break_snooze_min,
        days=frozenset(DAYS.index(day) for day in settings.break_days),
        ranges=tuple(sorted(range_of(text) for text in settings.break_ranges)),
        times=tuple(sorted(fixed_of(text) for text in settings.break_times)),
        busy=frozenset(Busy(kind) for kind in settings.break_busy),
        wait_for_pause=settings.break_typing,
        day_ends_h=settings.day_ends_h,
    )

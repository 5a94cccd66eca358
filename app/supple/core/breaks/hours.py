"""When breaks may come: ranges of the day, fixed times, the end of a day.

Everything is reckoned from the clock on the wall of the place, so nights with 23 or 25 hours
and flights need no rules of their own. Instants are seconds since the epoch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from supple.core.breaks.look import Zone
from supple.core.breaks.rules import Rules
from supple.core.breaks.times import FixedTime, key_of
from supple.core.days import counted_day

LATE_S: Final = 30 * 60.0
"""A fixed time missed by this is dropped, in seconds."""
_AHEAD: Final = 8
"""Days looked ahead: the same weekday of the next week."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A fixed time of one day."""

    at: float
    day: date
    fixed: FixedTime

    @property
    def key(self) -> str:
        """The same for every clock that shows this time of this day."""
        return key_of(self.day, self.fixed.clock)


@dataclass(frozen=True, slots=True)
class Hours:
    """``rules`` at a place."""

    rules: Rules
    zone: Zone

    def end_of_range(self, utc: float) -> float | None:
        """When the range around ``utc`` ends; None outside every range."""
        ends = [end for begin, end in self._spans(utc, 1) if begin <= utc < end]
        return max(ends, default=None)

    def next_begin(self, utc: float) -> float | None:
        """When the next range after ``utc`` begins; None without working days."""
        return min((b for b, _ in self._spans(utc, _AHEAD) if b > utc), default=None)

    def fixed(self, after: float, until: float) -> list[Occurrence]:
        """The fixed times after ``after`` up to ``until``, in order.

        Of several at one time what was chosen comes before a plain break from work.
        """
        found: list[Occurrence] = []
        day = self.zone.local(after).date() - timedelta(days=1)
        last = self.zone.local(until).date()
        while day <= last:
            found += (o for o in self._fixed_of(day) if after < o.at <= until)
            day += timedelta(days=1)
        return sorted(found, key=lambda o: (o.at, o.fixed.plain, o.fixed))

    def next_fixed(self, utc: float, done: Collection[str] = ()) -> Occurrence | None:
        """The next fixed time after ``utc`` whose key is not among ``done``."""
        for days in (1, _AHEAD) if self.rules.times else ():
            every = self.fixed(utc, utc + days * 86400.0)
            found = [one for one in every if one.key not in done]
            if found:
                return found[0]
        return None

    def day_of(self, utc: float) -> date:
        """The day ``utc`` counts for."""
        return counted_day(self.zone.local(utc), self.rules.day_ends_h)

    def end_of_day(self, utc: float) -> float:
        """When the day that ``utc`` counts for is over."""
        tomorrow = self.day_of(utc) + timedelta(days=1)
        return self._instant(tomorrow, self.rules.day_ends_h * 60)

    def _spans(self, utc: float, ahead: int) -> Iterator[tuple[float, float]]:
        today = self.zone.local(utc).date()
        for ago in range(-2, ahead + 1):
            day = today + timedelta(days=ago)
            if day.weekday() in self.rules.days and self._there_is(day):
                for one in self.rules.ranges:
                    yield self._instant(day, one.begin), self._instant(day, one.last)

    def _fixed_of(self, day: date) -> Iterator[Occurrence]:
        for fixed in self.rules.times if self._there_is(day) else ():
            if self.rules.comes_on(fixed, day.weekday()):
                yield Occurrence(self._instant(day, fixed.minute), day, fixed)

    def _there_is(self, day: date) -> bool:
        """False for a day that a place left out to be on the other side of the date line."""
        return self.zone.local(self._instant(day, 12 * 60)).date() == day

    def _instant(self, day: date, minute: int) -> float:
        midnight = datetime.combine(day, time())
        return self.zone.instant(midnight + timedelta(minutes=minute))
